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
    "academic accountant activist adult adversary adviser advocate agent aide aide-de-camp ally alumnus analyst "
    "anchor anyone appellant appointee apprentice architect artist assistant athlete attendee attorney author backer "
    "banker bartender beneficiary biographer black blogger bodyguard booster boss broadcaster broker buddhist bundler "
    "bureaucrat bystander caller campaigner canvasser captain captive caregiver carpenter cashier catholic celebrity "
    "centrist challenger chef chief child christian citizen classmate cleric clerk client co-author co-founder "
    "co-host co-worker coach colleague columnist commander commenter communist commuter confidant congressman "
    "conservative constituent consumer contestant contractor cook cop cousin critic customer defendant delegate "
    "democrat demographer demonstrator dentist designer detainee detractor developer dictator dishwasher dissident "
    "doctor donor dove driver economist editor electrician emissary employee engineer entrepreneur envoy evangelical "
    "evangelist everyone executive exile expatriate expert extremist fan farmer feminist fighter figure financier "
    "firefighter follower freelancer freshman friend front-runner fundraiser ghostwriter golfer grad graduate "
    "grandparent guard guest gun-owner gunman hacker hairdresser hand hawk head heckler hero hindu hispanic homemaker "
    "homeowner hopeful host hostage housekeeper hunter immigrant incumbent independent individual inmate insider "
    "instructor intern interpreter interviewer investigator investor janitor jew journalist juror kid killer "
    "kingmaker landlord latino lawmaker lawyer leader leaker lecturer leftist liberal libertarian librarian "
    "lieutenant listener lobbyist loser loyalist magnate marine mastermind mechanic mediator member mentor migrant "
    "militant millennial miner minister model moderate mogul monarch murderer muslim nationalist negotiator neighbor "
    "neighbour newcomer newsman newswoman nobody nominee novelist nurse observer official oligarch onlooker operative "
    "operator opponent outsider owner paramedic parent parishioner partner passenger passer-by passerby pedestrian "
    "pensioner person pharmacist physician pilot plaintiff planner player plumber poet policeman policewoman "
    "politician pollster populist poster power-broker preacher predecessor premier presenter president priest "
    "prisoner professor progressive proponent protestant protester protestor psychiatrist psychologist questioner "
    "rancher "
    "reader rebel receptionist refugee refusenik regulator relative reporter representative republican resident "
    "resister restaurateur retiree rider rival roommate ruler sailor salesperson sceptic scholar scientist secretary "
    "senator senior shooter shopkeeper shopper skeptic socialist soldier somebody someone sophomore source speaker "
    "speechwriter spokesperson staffer standard-bearer star statesman statistician steelworker stranger strategist "
    "strongman student successor supporter surrogate survivor suspect taxpayer teacher teamster technician technocrat "
    "teen teenager tenant terrorist therapist tory tourist trader trainer translator traveler traveller trucker tutor "
    "tweeter undergraduate unionist user vendor veteran veterinarian victim viewer volunteer voter waiter waitress "
    "warden welder whisperer whistleblower white winner witness worker writer";

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
    "half hispanics hundreds insiders jews kids latinos leadership masses men millions nine nobility opposition "
    "others pair parents people personnel pollsters population prosecution public republicans rest "
    "rivals salespeople seven sisters six spokespeople staff teens ten these they those thousands three trio "
    "troops two viewers whites women youth";

const std::string_view quantities =
    "all any dozens each few fewer half hundreds less majority many millions minority more most none number percent "
    "plurality quarter respondents scores several some third thousands three-quarters two-thirds";

}  // namespace onrecord::resolving::lists
