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
    "academic accountant acrobat activist adult adversary adviser advocate agent agronomist aide aide-de-camp ally "
    "alumnus analyst anchor anthropologist anyone appellant appointee apprentice archaeologist architect archivist "
    "artist assassin assistant astronaut astronomer athlete attendee attorney auctioneer author autocrat babysitter "
    "backer banker barista bartender bassist beneficiary biographer biologist black blogger bodyguard booster boss "
    "broadcaster broker buddhist bundler bureaucrat buyer bystander caller campaigner canvasser captain captive "
    "caregiver caretaker carpenter cartoonist cashier catholic celebrity censor centrist challenger chaplain "
    "chauffeur chef chemist chief child choreographer christian checker citizen classmate cleric clerk client climatologist "
    "adoptee assailant co-author co-founder co-host co-worker coach colleague columnist commander commenter communist commuter "
    "composer conductor confidant congressman conservative constituent consumer contestant contractor cook cop "
    "coroner counselor cousin criminologist critic curator customer cyclist defendant delegate democrat demographer "
    "demonstrator dentist dermatologist designer detainee detractor developer dictator dietitian dishwasher "
    "dissident documentarian doctor donor dove driver economist editor educator electrician emissary employee employer engineer "
    "entrepreneur envoy epidemiologist ethicist evangelical evangelist everyone executive exile expatriate expert "
    "extremist fact-checker fan farmer feminist fighter figure financier firefighter follower forecaster freelancer freshman "
    "friend front-runner fundraiser genealogist geneticist geographer geologist geophysicist ghostwriter golfer grad "
    "graduate grandparent guard guest guitarist gun-owner gunman gynecologist hacker hairdresser hand hawk head "
    "heckler hero hindu hispanic homemaker homeowner hopeful host hostage housekeeper hunter hydrologist illustrator "
    "immigrant incumbent independent individual inmate insider instructor intern interpreter interviewer inventor "
    "investigator investor janitor jew jeweler journalist juror kid killer kingmaker landlord landowner latino "
    "lawmaker lawyer leader leaker lecturer leftist liberal libertarian librarian lieutenant linguist listener "
    "lobbyist loser loyalist machinist magician magistrate magnate marine mastermind mathematician mechanic mediator "
    "member mentor meteorologist microbiologist midwife migrant militant millennial miner minister missionary model "
    "moderate mogul monarch motorist murderer muslim narrator nationalist naturalist negotiator neighbor neighbour "
    "neurologist neuroscientist newcomer newsman newswoman nobody nominee novelist nurse nutritionist observer "
    "oceanographer official oligarch oncologist onlooker operative operator ophthalmologist opponent outsider owner "
    "paleontologist paramedic parent parishioner parliamentarian partner passenger passer-by passerby pathologist "
    "pedestrian pediatrician pensioner person pharmacist philanthropist philosopher photographer physician physicist "
    "pianist pilot plaintiff planner player playwright plumber poet policeman policewoman politician pollster "
    "populist poster power-broker preacher predecessor premier presenter president priest prisoner professor "
    "programmer progressive proponent protestant protester protestor psychiatrist psychologist questioner "
    "radiologist rancher reader rebel receptionist refugee refusenik regulator relative reporter representative "
    "republican resident resister restaurateur retiree reviewer rider rival roommate ruler sailor salesperson "
    "sceptic scholar scientist screenwriter sculptor secretary senator senior settler shooter shopkeeper shopper "
    "skeptic socialist sociologist soldier somebody someone songwriter sophomore source speaker speechwriter "
    "spokesperson staffer standard-bearer star statesman statistician steelworker stockbroker stranger strategist "
    "strongman student stylist successor supporter surrogate surveyor survivor suspect swimmer taxpayer teacher "
    "teamster technician technocrat technologist teen teenager tenant terrorist theologian theorist therapist tory "
    "tourist toxicologist trader trainer translator traveler traveller trucker tutor tweeter undergraduate "
    "undertaker unionist user vendor veteran veterinarian victim viewer villager violinist virologist volunteer "
    "voter waiter waitress warden welder whisperer whistleblower white winner witness worker wrestler writer "
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
    "campaigners children clergy couple crew crowd crowds democrats dozens duo eight electorate elite elites community communities jury movement "
    "establishment evangelicals everybody everyone faithful families family five folks four generation grassroots "
    "half hispanics hundreds insiders jews kids latinos leadership masses men millions nine nobility opposition "
    "others pair parents people personnel pollsters population prosecution public republicans rest "
    "rivals salespeople seven sisters six spokespeople staff teens ten these they those thousands three trio "
    "troops two viewers whites women youth";

const std::string_view quantities =
    "all any dozens each few fewer half hundreds less majority many millions minority more most none number percent "
    "plurality quarter respondents scores several some third thousands three-quarters two-thirds";

}  // namespace onrecord::resolving::lists
