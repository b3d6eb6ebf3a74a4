/** Given names and what those who bear them are called, each line one: a name may stand in several. */
const GROUPS = `
abigail abby abbie gail
abraham abe bram
adelaide addie ada
albert al bert bertie
alexander alex al alec lex sandy sasha xander
alexandra alex lexi sandra sasha sandy
alfred al alf alfie fred
alice ali ally
alison ali ally
amanda mandy
amelia amy millie
andrea andi andy
andrew andy drew
angela angie
anna ann anne annie
anthony tony ant
antonio toni tonio
archibald archie
arthur art artie
augustus gus august
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benji benny
bernard bernie
bethany beth
bradley brad
bridget biddy bridie
calvin cal
cameron cam
carolina carol caro lina
caroline carol carrie caro
catherine cat cate cathy kate kathy katie kat kitty
charles charlie chuck chas chaz
charlotte charlie lottie char
christian chris
christina chris chrissie tina christie
christine chris chrissie tina
christopher chris kit topher
clifford cliff
constance connie
cynthia cindy
daniel dan danny
danielle dani
david dave davey davy
deborah deb debbie debby
dennis den denny
dmitry dima mitya
dominic dom nick
donald don donnie
dorothy dot dottie dolly
douglas doug dougie
edmund ed eddie ned
edward ed eddie ned ted teddy
eleanor ellie nell nora ella
elizabeth liz lizzie beth betty eliza elsie libby lisa bess betsy
emily em emmy millie
emma em
eric rick ricky
eugene gene
evelyn evie eve
ferdinand fred ferdi
florence flo florrie
frances fran franny frankie
francesca fran chesca
francis frank frankie fran
francisco paco pancho
franklin frank
frederick fred freddie freddy rick fritz
gabriel gabe
gabriella gabby gaby
geoffrey geoff jeff
george georgie
gerald gerry jerry
gerard gerry jerry
gertrude gertie trudy
gilbert gil bert
giovanni gianni
giuseppe beppe peppe
gregory greg
guillermo memo
harold harry hal
harriet hattie harry
heinrich heinz heiner
helen nell nellie
henry harry hank hal
herbert herb bert
ignacio nacho
irene rene
isabella bella izzy isa
isaac ike zac
ivan vanya
jacob jake jack
jacqueline jackie
james jim jimmy jamie jem
jane janie jenny
janet jan
jason jay
jeffrey jeff
jennifer jen jenny
jeremy jerry jem
jessica jess jessie
joan joanie
joanna jo joanne
johannes hans hannes
john jack johnny jon
jonathan jon jonny nathan
jose pepe
joseph joe joey jo
josephine jo josie
joshua josh
judith judy
julia jules julie
julian jules
katherine kate kathy katie kat kitty kathryn
kenneth ken kenny
kimberly kim kimberley
lachlan lachie
lawrence larry lawrie laurie
leonard len lenny leo
leslie les
lillian lil lily
louis lou louie
louise lou lulu
lucille lucy
ludwig lutz
madeleine maddie madeline
manuel manny manolo
marcus marc mark
margaret maggie meg peggy marge margie greta madge rita daisy
maria mary mia
martha marty
martin marty
martina tina
mary molly polly mae
matilda tilly mattie
matthew matt matty
maximilian max
maxwell max
megan meg
melanie mel
melissa mel missy
michael mike mick micky mikey mitch
michelle shelly
mikhail misha
mildred millie
miranda mandy randy
mohammed mo mohamed muhammad
natalie nat
nathan nat nate
nathaniel nat nate nathan
nicholas nick nicky nico
nicole nicky niki
norman norm
oliver ollie
olivia liv livvy
oscar ozzy
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul paulie
penelope penny
peter pete
philip phil pip phillip
philippa pippa pip
priscilla cilla
rachel rach
raymond ray
rebecca becca becky
reginald reg reggie
richard rick ricky dick rich richie
robert rob bob bobby robbie bert
roberta bobbie robbie
roderick rod
rodney rod
roger rodge
roland rollie
ronald ron ronnie
rosemary rose rosie
roxanne roxy
russell russ
samantha sam sammy
samuel sam sammy
sebastian seb
serge sergei
sharon shaz
sidney sid
sophia sophie
stanislav stas
stanley stan
stephanie steph stevie
stephen steve stevie steven
stuart stu
susan sue susie suzy
susannah sue susie anna
sylvia syl
tabitha tabby
terence terry
teresa terry tess tessa theresa
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
vladimir vova volodya
walter walt wally
wilhelm willi
william will bill billy willie liam
winifred winnie
yvonne vonnie
zachary zac zach zack
`;

const BY_NAME = new Map<string, Set<number>>();
GROUPS.trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of line.split(' ')) {
      const groups = BY_NAME.get(name) ?? new Set();
      BY_NAME.set(name, groups.add(group));
    }
  });

/** Whether one person may bear both: one is the other's short or familiar form, or both are of the same name. */
export function areNicknames(one: string, other: string): boolean {
  const groups = BY_NAME.get(other);
  if (groups === undefined) return false;
  for (const group of BY_NAME.get(one) ?? []) if (groups.has(group)) return true;
  return false;
}
