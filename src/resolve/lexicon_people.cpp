// Words for people: what stands before their names, what they do, what several of them are called.
#include "resolve/lexicon_words.h"

namespace onrecord::resolving::lists {

const std::string_view honorifics = "dr hon rev reverend sheik sheikh";

const std::string_view male_honorifics = "lord mister mr sir";

const std::string_view female_honorifics = "dame lady madam miss mrs ms";

const std::string_view titles =
    "activist actor actress adm administrator admiral adviser advisor aide alderman ambassador analyst anchor "
    "anchorman anchorwoman archbishop assemblyman assemblywoman attorney auditor author ayatollah backbencher "
    "billionaire bishop blogger brigadier businessman businesswoman candidate capt captain cardinal ceo chair "
    "chairman chairperson chairwoman chancellor chief chief-of-staff cmdr co-founder coach cofounder col colonel "
    "columnist comedian commander commentator commissioner comptroller congressman congresswoman constable consultant "
    "contender contributor controller corporal correspondent councillor councilman councilwoman counsel dean delegate "
    "deputy detective dictator diplomat director economist editor envoy executive father filmmaker founder "
    "front-runner frontrunner gen general gov governor governor-elect historian host imam inspector journalist judge "
    "justice king lawmaker lawyer leader legislator lieutenant lt maj major manager marshal mayor minister moderator "
    "mogul mp msp musician nominee officer organizer pastor pollster pope premier president president-elect prince "
    "princess principal private producer prof professor prosecutor provost publisher pundit queen rabbi rapper "
    "registrar rep reporter representative researcher rival scientist secretary secretary-general selectman sen "
    "senator senator-elect sergeant sgt sheriff singer solicitor speaker specialist spokesman spokesperson "
    "spokeswoman strategist superintendent supervisor surgeon taoiseach treasurer trustee tycoon undersecretary vice "
    "vice-president whip";

const std::string_view person_nouns =
    "academic activist adult adversary adviser advocate agent aide aide-de-camp ally alumnus analyst anchor anyone "
    "appellant appointee architect artist assistant athlete attendee attorney author backer banker bartender "
    "biographer black blogger bodyguard booster boss broadcaster broker buddhist bundler bureaucrat caller campaigner "
    "captain captive caregiver catholic celebrity centrist challenger chef chief child christian citizen classmate "
    "clerk client co-author co-founder co-host co-worker coach colleague columnist commander commenter communist "
    "confidant congressman conservative constituent consumer contestant contractor cop critic customer defendant "
    "delegate democrat demographer demonstrator designer detainee detractor developer dictator dissident doctor donor "
    "dove driver economist editor emissary employee engineer entrepreneur envoy evangelical evangelist everyone "
    "executive exile expatriate expert extremist fan farmer feminist fighter figure financier firefighter follower "
    "friend front-runner fundraiser ghostwriter golfer graduate guard guest gun-owner gunman hacker hand hawk head "
    "heckler hero hindu hispanic homeowner hopeful host hostage hunter immigrant incumbent independent individual "
    "inmate insider intern interpreter interviewer investigator investor janitor jew journalist juror kid killer "
    "kingmaker landlord latino lawmaker lawyer leader leaker lecturer leftist liberal libertarian lieutenant listener "
    "lobbyist loser loyalist magnate marine mastermind mediator member mentor migrant militant millennial miner "
    "minister model moderate mogul monarch murderer muslim nationalist negotiator neighbor neighbour newcomer newsman "
    "newswoman nobody nominee novelist nurse observer official oligarch onlooker operative operator opponent outsider "
    "owner parent parishioner partner passenger pensioner person physician pilot plaintiff planner player poet "
    "policeman policewoman politician pollster populist poster power-broker preacher predecessor premier presenter "
    "pres president priest prisoner professor progressive protestant protester protestor psychiatrist psychologist "
    "questioner rancher reader rebel refugee refusenik regulator relative reporter representative republican resident "
    "resister restaurateur retiree rival roommate ruler sceptic scholar scientist secretary senator senior shooter "
    "shopkeeper skeptic socialist soldier somebody someone source speaker speechwriter spokesperson staffer "
    "standard-bearer star statesman statistician steelworker strategist strongman student successor supporter "
    "surrogate survivor suspect taxpayer teacher teamster technocrat teen teenager tenant terrorist therapist tory "
    "trader trainer translator trucker tutor tweeter unionist user veteran victim viewer voter waiter waitress warden "
    "whisperer whistleblower white winner witness worker writer";

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
    "campaigners children clergy couple crew crowd crowds democrats dozens duo eight electorate elite elites "
    "establishment evangelicals everybody everyone faithful families family five folks four generation grassroots "
    "half hispanics hundreds insiders jews kids latinos leadership masses media men millions nine nobility opposition "
    "others pair parents people personnel police pollsters population press prosecution public republicans rest "
    "rivals salespeople seven sisters six spokespeople staff team teens ten these they those thousands three trio "
    "troops two viewers whites women youth";

const std::string_view quantities =
    "all any dozens each few fewer half hundreds less majority many millions minority more most none number percent "
    "plurality quarter respondents scores several some third thousands three-quarters two-thirds";

}  // namespace onrecord::resolving::lists
