/** Rows of a file, by column; what is absent is blank. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const written: Readonly<Record<string, string>> = {
  accounts: `account_id,name,parent_account_id,tags,created_on,traits_from,plan,csm
    a,Acme,b,vip;beta,2025-01-05,2025-02-01,Team,ann
    b,Bolt,,,,2025-03-01,Free,
    c,Cyan,b,beta,2025-02-30,,,
    d,Dune,e,,2025-04-01,2025-04-01,Team,bob
    g,Gold,,,,,Team,`,
  'trait-history': `account_id,trait,value,from
    a,plan,Free,2025-01-10
    a,plan,Business,2025-06-01
    a,plan,Team,2026-01-01
    b,plan,,2025-02-01
    g,plan,Free,2025-01-01
    nobody,plan,Free,2025-02-01`,
  people: `person_id,account_id,name,email
    p1,a,Ann,ann@example.com
    p2,b,,
    p3,nobody,Cy,`,
  csms: `csm_id,name,fte,ramped_on,left_on,email
    ann,Ann,0.8,2025-01-01,,ann@example.com
    bob,Bob,1,2025-01-01,2026-03-01,
    cy,Cy,half,2025-01-01,,`,
  rates: `currency,day,rate
    EUR,2024-12-01,1.25
    EUR,2025-06-01,1.1
    USD,2025-06-01,2`,
  subscriptions: `subscription_id,account_id,starts_on,ends_on,amount,currency,interval,quantity,kind,status,signed_on,discount_percent
    s1,a,2025-01-01,,100,USD,month,1,,,,
    s1,a,2025-04-01,,150,USD,month,1,,,2025-03-01,10
    s1,a,2025-09-01,2026-02-01,80,USD,month,2,,,,
    s2,b,2025-02-01,2026-02-01,1200,EUR,year,1,,,,
    s3,c,2025-03-01,,10,USD,month,3,,trialing,,
    s3,c,2025-04-01,,10,USD,month,3,,active,,
    s4,f,2025-05-01,2025-06-01,77,USD,,,metered,,,
    s5,a,2025-05-01,2025-06-01,500,USD,,,one_time,,,
    s6,d,2025-01-01,,10,XXX,month,1,,,,`,
  contracts: `contract_id,account_id,starts_on,ends_on,amount,currency,renews,auto_renew,lost_on
    k2,a,2026-01-01,2027-01-01,1200,USD,k1,,
    k1,a,2025-01-01,2026-01-01,1000,USD,,,
    k3,b,2025-02-01,2026-02-01,900,EUR,,yes,2025-12-01
    k4,c,2025-02-01,2025-02-01,900,USD,,,`,
  costs: `cost_id,category,starts_on,ends_on,amount,currency,account_id
    c1,support,2025-01-01,2025-02-01,310,USD,a
    c2,acquisition,2025-01-01,2025-04-01,90,EUR,
    c3,travel,2025-01-01,2025-04-01,90,USD,`,
  features: `feature,name,plans
    reports,Reports,Team;Business
    search,,Free`,
  events: `event_id,account_id,user,at,feature,session_id,seconds
    e1,a,ann,2025-05-01T09:00:00Z,reports,,5
    e2,a,ann,2025-05-01T09:20:00Z,search,,7
    e3,a,ann,2025-05-01T09:45:00Z,,,
    e4,a,ann,2025-05-01T11:00:00Z,reports,x,60
    e5,a,ann,2025-05-01T23:50:00Z,extra,x,60
    e6,b,ann,2025-05-02T00:10:00Z,,,
    e7,nobody,ann,2025-05-02T00:10:00Z,,,`,
  usage: `account_id,user,day,feature,events,sessions,seconds
    a,bob,2025-05-01,reports,3,1,600
    a,bob,2025-05-01,,,,
    a,bob,2025-05-02,search,2,,
    b,cy,2025-05-01,,9,,
    a,ann,2025-05-01,,9,,`,
  seats: `account_id,day,seats
    a,2025-01-01,10
    a,2025-06-01,40
    b,2025-01-01,x`,
  numbers: `account_id,key,day,value
    a,use,2025-05-01,0.5
    a,use,2025-05-09,0.9
    b,use,2025-05-01,0.1
    b,use,2025-05-40,0.1`,
  stages: `account_id,stage,from,reason
    a,growth,2025-02-01,Larger team
    a,,2025-08-01,
    b,nowhere,2025-02-01,`,
  surveys: `survey,name,question,low_label,high_label,thanks,open,kind,scale,direction,follow_up_low
    nps,NPS,How likely?,No,Yes,Thanks,yes,,,,What went wrong?
    ces,Effort,How easy?,Hard,Easy,Thanks,no,CES,7,low is easy,
    csat,CSAT,How good?,Bad,Good,Thanks,yes,CSAT,9,,`,
  exposures: `survey,respondent,shown_at,account_id,dismissed
    nps,ann,2025-05-01T09:00:00Z,a,no
    nps,ann,2025-05-01T12:00:00Z,a,yes
    nps,bob,2025-05-01T09:00:00Z,b,
    nps,cy,2025-05-01T09:00:00Z,,
    none,cy,2025-05-01T09:00:00Z,,`,
  responses: `response_id,survey,respondent,answer,responded_at,account_id,comment
    r1,nps,ann,9,2025-05-01T09:01:00Z,a,"Fine, thanks"
    r2,nps,ann,3,2025-08-01T09:01:00Z,a,
    r3,ces,bob,2,2025-05-01T10:00:00Z,b,
    r4,nps,cy,10,2025-05-01T09:30:00Z,,
    r5,nps,cy,11,2025-05-01T09:30:00Z,,`,
  schedules: `schedule,valid_from,time_zone,monday,tuesday,thursday,friday,holidays
    default,2025-01-01,Europe/Berlin,09:00-12:00 13:00-17:00,09:00-17:00,09:00-17:00,09:00-15:00,2025-05-01
    default,2025-06-01,Europe/Berlin,08:00-18:00,08:00-18:00,08:00-18:00,08:00-18:00,
    night,2025-01-01,UTC,20:00-24:00,,,,
    dusk,2025-01-01,UTC,20:00-04:00,,,,`,
  tickets: `ticket_id,account_id,created_at,requester,priority,channel,schedule
    t1,a,2025-05-01T08:00:00Z,ann,high,email,
    t2,a,2025-05-30T16:00:00Z,,,,
    t3,b,2025-05-05T16:00:00Z,,,,night
    t4,nobody,2025-05-05T16:00:00Z,,,,`,
  'ticket-events': `ticket_id,at,kind,by,event_id
    t1,2025-05-02T08:00:00Z,private_note,agent,
    t1,2025-05-02T09:00:00Z,public_reply,bot,
    t1,2025-05-05T09:00:00Z,public_reply,agent,
    t1,2025-05-06T09:00:00Z,resolved,agent,1
    t1,2025-05-07T09:00:00Z,reopened,customer,2
    t1,2025-05-08T09:00:00Z,resolved,agent,3
    t2,2025-06-03T09:00:00Z,public_reply,agent,
    t3,2025-05-06T22:00:00Z,resolved,agent,
    t9,2025-05-06T22:00:00Z,resolved,agent,`,
  'milestone-definitions': `milestone,name,role
    kick-off,Kick-off,start
    live,,first_value
    x,,last`,
  milestones: `account_id,milestone,reached_on
    a,kick-off,2025-01-03
    a,live,2025-02-03
    b,trained,2025-03-01
    nobody,live,2025-03-01`,
  outcomes: `outcome_id,account_id,name,baseline,target,due_on,reached_on
    o1,a,Sooner,12,-4.5,2025-06-30,
    o2,b,More,0,10,2025-06-30,2025-05-01
    o3,b,Same,1,1,2025-06-30,`,
  'outcome-progress': `outcome_id,on,value
    o1,2025-02-01,8
    o1,2025-03-01,-5
    o2,2025-03-01,5
    o9,2025-03-01,5`,
  advocacy: `act_id,account_id,kind,on,person
    v1,a,case_study,2025-05-01,ann
    v2,b,Reference,2025-05-01,
    v3,b,applause,2025-05-01,`,
};

/** A small file of a kind, with rows that depend on one another and, for most, one that is refused. */
export function fileOf(kind: string): Rows {
  const [head = '', ...lines] = (written[kind] ?? '').split('\n').map((line) => line.trim());
  return { columns: head.split(','), rows: lines.map(fieldsOf) };
}

function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)]
    .slice(0, line.endsWith(',') ? undefined : -1)
    .map(([, field = '']) => field.replaceAll('"', ''));
}
