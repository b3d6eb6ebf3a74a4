import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { openStore } from '../../engine/store/store.ts';
const database='probe_'+Math.random().toString(36).slice(2);
const store=await openStore({uri:'mongodb://127.0.0.1:27117',database});
const records: Record<string,string>[] = parse(readFileSync('/work/shared/data/mentions/twcs-5000.csv'), { columns: true, record_delimiter: ['\n', '\r\n'] });
const parentOf=new Map(records.map(r=>[r['tweet_id'],r['in_response_to_tweet_id']?String(Number(r['in_response_to_tweet_id'])):'']));
const rootOf=(id:string)=>{let x=id;while(parentOf.get(x))x=parentOf.get(x)!;return x};
const mode=process.argv[2];
const rows=records.map(r=>({channel:'tweet',externalId:r['tweet_id']!,direction:(r['inbound']==='True'?'inbound':'outbound') as 'inbound',author:{externalId:r['author_id']!},text:r['text']!,occurredAt:new Date(r['created_at']!).toISOString(),...(mode==='thread'?{threadId:rootOf(r['tweet_id']!)}:{}),...(parentOf.get(r['tweet_id'])?{inReplyTo:parentOf.get(r['tweet_id'])!}:{})}));
const size=Number(process.argv[3]);
const cpu0=process.cpuUsage();const t=performance.now();
for(let i=0;i<rows.length;i+=size){const t1=performance.now();await store.mentions.capture(rows.slice(i,i+size),{importId:'x'}); process.stdout.write(Math.round(performance.now()-t1)+' ')}
console.log('\n',mode,size,Math.round(5000/(performance.now()-t)*1000),'/s');
{const u=process.cpuUsage(cpu0);console.log('node cpu ms',(u.user+u.system)/1000)};console.log(await store.imports.progress('x'));
{const m=(await import('mongoose')).default;const c=await m.createConnection('mongodb://127.0.0.1:27117',{dbName:database}).asPromise();
const docs=await c.collection('mentions').find().toArray();const t2=performance.now();for(let i=0;i<docs.length;i+=size){const s=await c.startSession();s.startTransaction();await c.collection('plain').insertMany(docs.slice(i,i+size),{session:s});await s.commitTransaction();await s.endSession()}console.log('insertMany tx',Math.round(5000/(performance.now()-t2)*1000),'/s');await c.close()}
let n=0,followers=0;let cursor;do{const p:any=await store.cases.list({}, {limit:500,...(cursor?{cursor}:{})});n+=p.items.length;followers+=p.items.filter((c:any)=>c.primaryCaseId).length;cursor=p.next}while(cursor);
console.log('cases',n,'followers',followers);
await store.dropDatabase(); await store.close();
