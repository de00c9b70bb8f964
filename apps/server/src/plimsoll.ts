#!/usr/bin/env -S node --conditions=@plimsoll/source
export {};
