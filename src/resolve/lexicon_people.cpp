// Words for people: what stands before their names, what they do, what several of them are called.
#include "resolve/lexicon_words.h"

namespace onrecord::resolving::lists {

const std::string_view honorifics = "dr hon rev reverend sheik sheikh";

const std::string_view male_honorifics = "lord mister mr sir";

const std::string_view female_honorifics = "dame lady madam miss mrs ms";

const std::string_view titles =
    "activist actor actress adm administrator admiral adviser advisor ag aide alderman ambassador analyst anchor "
    "anchorman anchorwoman archbishop assemblyman assemblywoman attorney auditor author ayatollah backbencher "
    "billionaire bishop blogger brigadier businessman businesswoman candidate capt captain cardinal ceo chair "
    "chairman chairperson chairwoman chancellor chief chief-of-staff cmdr co-founder coach cofounder col colonel "
    "columnist comedian commander commentator commissioner comptroller congressman congresswoman constable consultant "
    "contender contributor controller corporal correspondent councillor councilman councilwoman counsel dean delegate "
    "deputy detective dictator diplomat director economist editor envoy executive father filmmaker founder "
    "front-runner frontrunner gen general gov governor governor-elect govs historian host imam inspector journalist "
    "judge "
    "justice king lawmaker lawyer leader legislator lieutenant lt maj major manager marshal mayor minister moderator "
    "mogul mp msp musician nominee officer organizer pastor pollster pope premier pres president president-elect "
    "prince "
    "princess principal private producer prof professor prosecutor provost publisher pundit queen rabbi rapper "
    "registrar rep reporter reps representative researcher rival scientist secretary secretary-general selectman sen "
    "senator senator-elect sens sergeant sgt sheriff singer solicitor speaker specialist spokesman spokesperson "
    "spokeswoman strategist superintendent supervisor surgeon taoiseach treasurer trustee tycoon undersecretary v.p "
    "vice "
    "vice-president vp vp-elect whip";

const std::string_view person_nouns =
    "academic accountant acolyte acrobat activist adoptee adult adversary adviser advocate agent agronomist aide "
    "aide-de-camp ally alumna alumnus analyst anchor anthropologist anyone apologist appellant applicant appointee "
    "apprentice archaeologist architect archivist artist assailant assassin assessor assistant astronaut astronomer "
    "athlete attacker attendee attorney auctioneer author autocrat babysitter backer banker barista bartender "
    "bassist benefactor beneficiary biker biographer biologist black blogger bodyguard bomber booster boss boxer "
    "bride broadcaster broker buddhist buddy bundler bureaucrat butcher buyer bystander caller campaigner canvasser "
    "captain captive captor caregiver caretaker carpenter cartoonist cashier catholic celebrity censor centrist "
    "challenger chaplain chauffeur checker chef chemist chief child choreographer christian citizen claimant "
    "classmate cleric clerk client climatologist co-author co-founder co-host co-worker coach colleague columnist "
    "commander commenter communist commuter composer conductor confidant congressman conservative constituent "
    "consumer contestant contractor cook coordinator cop coroner counselor cousin criminologist critic crony "
    "crusader curator customer cyclist czar dancer darling dealer defendant delegate democrat demographer "
    "demonstrator dentist dermatologist descendant designer detainee detractor developer dictator dietitian disciple "
    "dishwasher dissident doctor documentarian donor dove driver drummer economist editor educator electrician emcee "
    "emissary employee employer engineer entrepreneur envoy epidemiologist ethicist evangelical evangelist everyone "
    "executive executor exile expatriate expert extremist fact-checker fan farmer fellow feminist fighter figure "
    "financier firebrand firefighter foe follower forecaster foreman freeholder freelancer freshman friend "
    "front-runner fundraiser genealogist geneticist geographer geologist geophysicist ghostwriter golfer governess "
    "grad graduate grandparent grower guard guest guitarist gun-owner gunman guru gynecologist hacker hairdresser "
    "hand hawk head heckler heir heiress herder hero hindu hispanic historian homemaker homeowner hopeful host "
    "hostage housekeeper hunter hydrologist icon illustrator immigrant impersonator imposter impostor incumbent "
    "independent individual informant inmate insider instigator instructor intern interpreter interrogator "
    "interviewer inventor investigator investor janitor jew jeweler jockey journalist juror kid killer kingmaker "
    "kingpin landlord landowner latino lawmaker lawyer leader leaker leaseholder lecturer leftist legend liberal "
    "libertarian librarian lieutenant lifer linguist listener lobbyist loser loyalist machinist magician magistrate "
    "magnate marine mastermind mathematician maverick mechanic mediator member mentee mentor meteorologist "
    "microbiologist midwife migrant militant millennial minder miner minister missionary model moderate mogul "
    "monarch motorist murderer muslim narrator nationalist native naturalist negotiator neighbor neighbour "
    "neurologist neuroscientist newcomer newsman newswoman nobody nominee nonvoter novelist nurse nutritionist "
    "observer oceanographer official oligarch oncologist onlooker operative operator ophthalmologist opponent orphan "
    "outsider owner pal paleontologist panelist panellist paramedic parent parishioner parliamentarian participant "
    "partner passenger passer-by passerby pathologist patient patron pedestrian pediatrician pensioner person "
    "petitioner pharmacist philanthropist philosopher photographer physician physicist pianist pilot pioneer pitcher "
    "pitchman plaintiff planner player playwright plumber poet policeman policewoman politician pollster populist "
    "poster power-broker prankster preacher predator predecessor premier presenter president priest prisoner "
    "professor programmer progressive proponent protege protestant protester protestor protégé psychiatrist "
    "psychologist quarterback questioner racer radiologist rancher rapist reader rebel receptionist recruit "
    "recruiter refugee refusenik regulator relative reporter representative republican resident resister "
    "restaurateur retiree reviewer rider rival roofer roommate ruler sailor salesperson sceptic scholar scientist "
    "scion screenwriter sculptor secretary seller senator senior settler shooter shopkeeper shopper skeptic sniper "
    "socialist sociologist soldier somebody someone songwriter sophomore source speaker speechwriter spokesperson "
    "spouse staffer stalker stalwart standard-bearer standout star statesman statistician steelworker stockbroker "
    "stranger strategist strongman student stylist successor superdelegate supporter surrogate surveyor survivor "
    "suspect swimmer tailor talker taxpayer teacher teamster technician technocrat technologist teen teenager tenant "
    "terrorist theologian theorist therapist thinker toddler tory tourist toxicologist trader trailblazer trainer "
    "translator transplant traveler traveller trucker tutor tweeter underdog undergraduate undertaker underwriter "
    "unionist user vendor veteran veterinarian victim viewer villager violinist virologist volunteer voter waiter "
    "waitress warden welder whisperer whistleblower white wingman winner witness wonk worker wrestler writer zealot "
    "zoologist";

const std::string_view male_nouns =
    "anchorman assemblyman boy boyfriend brother businessman chairman congressman councilman cowboy duke emperor "
    "father fiance fisherman gentleman grandfather grandson gunman guy husband king man monk nephew policeman priest "
    "prince salesman son spokesman statesman stepfather stepson uncle widower";

const std::string_view female_nouns =
    "actress anchorwoman assemblywoman aunt businesswoman chairwoman comedienne congresswoman councilwoman daughter "
    "duchess empress fiancee girl girlfriend granddaughter grandmother heroine lady mother niece nun policewoman "
    "princess queen saleswoman sister spokeswoman stepdaughter stepmother stewardess waitress widow wife woman";

const std::string_view people_words =
    "aides alumni audience audiences authorities base blacks both brass brothers businesspeople bystanders "
    "campaigners camps children clergy cohort communities community contingent couple crew crowd crowds "
    "democrats dozens duo eight electorate elite elites entourage establishment evangelicals everybody everyone "
    "faction factions faithful families family five folks forces four generation grassroots half handful hispanics "
    "hundreds insiders jews jury kids latinos leadership masses men millions movement netizens nine nobility "
    "opposition others pair parents people personnel pollsters population prosecution public ranks republicans rest "
    "rivals salespeople seven sides sisters six spokespeople staff teens ten these they those thousands three trio "
    "troops two viewers whites wing women youth";

const std::string_view quantities =
    "all any dozens each few fewer half hundreds less majority many millions minority more most none number percent "
    "plurality quarter respondents scores several some third thousands three-quarters two-thirds";

}  // namespace onrecord::resolving::lists
