/** Props of {@link Avatar}. */
export interface AvatarProps {
  readonly name: string;
  readonly detail: string;
}

/** Who is signed in, by initials, name and what they do. */
export function Avatar({ name, detail }: AvatarProps) {
  return (
    <div className="avatar">
      <span className="avatar-initials" aria-hidden="true">
        {name
          .split(' ')
          .map((part) => part[0])
          .join('')}
      </span>
      <span className="avatar-text">
        <b>{name}</b>
        <small>{detail}</small>
      </span>
    </div>
  );
}
