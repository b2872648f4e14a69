// Words for organisations, documents, places and occasions, and the small words that no name begins with.
#include "resolve/lexicon_words.h"

namespace onrecord::resolving::lists {

const std::string_view organisation_nouns =
    "administration agency airline alliance archive archives army assembly associates association authority automaker "
    "bank bloc blog board brand broadcaster bureau cabinet camp campaign caucus center centre chamber channel chapter "
    "charity church city clinic club co coalition college command commission committee company conference "
    "conglomerate congress consortium consulate convention corp corporation council country county court daily "
    "delegation department directorate district division embassy enterprises exchange federation firm force "
    "foundation franchise fund gmbh gop government group holdings hospital house inc industries industry institute "
    "institution international journal judiciary junta kingdom kremlin lab label laboratory league legislature "
    "library llc lobby ltd magazine manufacturer military ministry mission mosque museum nation navy network "
    "newspaper ngo nonprofit office organisation organization outlet pac palace panel paper parliament partners party "
    "pentagon plc publication regime regulator republic retailer school secretariat senate service services side "
    "site society squad startup state station studio systems tabloid technologies think-tank thinktank town treasury "
    "tribunal trust union unit university watchdog website weekly wire tower hotel plaza casino arena stadium airport "
    "memorial gym giant media police press team chain chancellery consultancy brokerage "
    "collective utility telecom operation carmaker automaker lender insurer drugmaker";

const std::string_view document_nouns =
    "act ad advert advertisement affidavit agreement amendment analysis article audit autobiography average banner "
    "bible bill biography book brief broadcast brochure budget bulletin cable calendar caption catalog catalogue "
    "census chart charter chat clause clip code column commercial communique complaint constitution data declaration "
    "deposition diary dispatch document documentary documents dossier draft e-mail editorial email emails episode "
    "essay estimate evidence excerpt exit-poll figure file filing filings film finding flyer footage footnote "
    "forecast graph graphic guideline hashtag headline image index indictment koran law lawsuit ledger letter list "
    "log logo lyrics manifesto manuscript map meme memo memoir memorandum message movie newsletter note notice novel "
    "numbers op-ed opinion order page pamphlet passage photo photograph picture platform play podcast poem poll "
    "polling polls post presentation press-release projection provision questionnaire quran ranking record recording "
    "regulation release report reports research resolution results returns review rule ruling schedule script search "
    "section series sign slide slogan song spot spreadsheet statement statistic statute story studies study subpoena "
    "suit survey investigation profile policy policies proposal proposals table tape tax-return text "
    "thread timeline transcript treaty tweet verse video warrant";

const std::string_view outlet_endings =
    "abc afp ap atlantic axios bbc beast blaze bloomberg breitbart broadcasting buzzfeed c-span cbs chronicle cnbc "
    "cnn courier cspan daily dispatch drudge economist esquire examiner express facebook fox fusion gazette globe gq "
    "guardian herald hill huffpost independent infowars inquirer instagram intercept journal magazine mail medium mic "
    "mirror msnbc nbc news newsmax newsmax-tv newsweek npr observer pbs periscope playboy politico post press radio "
    "reddit register reuters salon slate snapchat spectator star sun telegraph telemundo television time times today "
    "townhall tribune tumblr tv twitter univision vanity vice vox wapo week weekly wire yahoo yorker youtube";

const std::string_view media =
    "ad address affidavit article blog book call column complaint e-mail editorial email essay filing interview "
    "letter memo memoir message note op-ed op-eds podcast post posting release report speech statement "
    "telegram testimony text transcript tweet tweets video voicemail";

const std::string_view gatherings =
    "address appearance banquet breakfast briefing caucus ceremony commencement conference convention debate dinner "
    "event forum fundraiser funeral gala gathering hearing interview lunch luncheon march meeting panel parade "
    "press-conference protest rally reception retreat reunion roundtable service session speech stop summit symposium "
    "town-hall townhall vigil workshop";

const std::string_view places =
    "afghanistan africa alabama alaska albania albany aleppo algeria america ankara argentina arizona arkansas "
    "armenia asia athens atlanta australia austria azerbaijan baghdad bahrain baltimore bangladesh beijing belarus "
    "belgium benghazi berlin bolivia bosnia boston brazil britain brooklyn brussels buffalo bulgaria cairo california "
    "cambodia cameroon canada canberra charleston chicago chile china cincinnati cleveland colombia colorado columbus "
    "concord connecticut crimea croatia cuba cyprus d.c dallas damascus delaware delhi denmark denver detroit e.u "
    "ecuador egypt england estonia ethiopia eu europe finland florida france gaza geneva germany ghana greece "
    "guantanamo guatemala haiti harlem havana hawaii honduras houston hungary iceland idaho illinois india indiana "
    "indonesia iowa iran iraq ireland israel italy jamaica japan jerusalem jordan kansas kazakhstan kentucky kenya "
    "kiev kosovo kuwait kyiv laos latvia lebanon libya lithuania london louisiana luxembourg macedonia madrid maine "
    "malaysia malta manhattan maryland massachusetts mexico miami michigan milwaukee minneapolis minnesota "
    "mississippi missouri moldova mongolia montana montenegro morocco moscow mozambique myanmar nashville nebraska "
    "nepal netherlands nevada nicaragua niger nigeria norway oakland ohio oklahoma oman oregon orlando ottawa "
    "pakistan palestine panama paraguay paris pennsylvania peru philadelphia philippines phoenix pittsburgh poland "
    "portugal pyongyang qatar queens richmond romania rome russia rwanda sacramento scotland seattle senegal seoul "
    "serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tampa tanzania tehran "
    "tennessee texas thailand tokyo tunisia turkey u.k u.n u.s u.s.a uae uganda uk ukraine uruguay us usa utah "
    "uzbekistan vatican venezuela vermont vienna vietnam wales washington wisconsin wyoming yemen zambia zimbabwe";

const std::string_view long_places =
    "abu dhabi,addis ababa,baton rouge,buenos aires,burkina faso,cape town,capitol hill,cedar rapids,central "
    "america,colorado springs,costa rica,czech republic,des moines,dominican republic,el salvador,european union,fort "
    "lauderdale,grand rapids,great britain,hong kong,ivory coast,kansas city,kuala lumpur,las vegas,latin "
    "america,long island,los angeles,mexico city,middle east,new delhi,new hampshire,new jersey,new mexico,new "
    "orleans,new york,new york city,new zealand,north america,north carolina,north dakota,north korea,orange "
    "county,palm beach,papua new guinea,puerto rico,rhode island,rio de janeiro,salt lake city,san antonio,san "
    "diego,san francisco,san jose,sao paulo,saudi arabia,sierra leone,silicon valley,south africa,south america,south "
    "carolina,south china sea,south dakota,south korea,south sudan,soviet union,sri lanka,st louis,st paul,staten "
    "island,tel aviv,trump tower,united arab emirates,united kingdom,united nations,united states,united states of "
    "america,virginia beach,wall street,washington d.c,west bank,west virginia,white house";

const std::string_view demonyms =
    "afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian "
    "azerbaijani bangladeshi belarusian belgian black bolivian bosnian brazilian british bulgarian californian "
    "canadian catholic chilean chinese christian colombian communist congolese conservative croatian cuban czech "
    "danish democrat democratic dutch eastern ecuadorian egyptian emirati english estonian ethiopian european "
    "evangelical filipino finnish floridian french georgian german ghanaian greek green haitian hispanic hungarian "
    "icelandic indian indonesian iowan iranian iraqi irish israeli italian jamaican japanese jewish jordanian kazakh "
    "kenyan korean kosovar kurdish kuwaiti labour latino latvian lebanese liberal libertarian libyan lithuanian "
    "malaysian mexican moroccan muslim native nepalese nigerian northern norwegian ohioan omani pakistani "
    "palestinian peruvian polish portuguese protestant qatari republican romanian russian rwandan saudi scottish "
    "senegalese serbian singaporean slovak socialist somali southern  spanish sudanese swedish swiss syrian "
    "taiwanese texan thai tory tunisian turkish ugandan ukrainian uzbek venezuelan vietnamese virginian welsh western "
    "white yemeni";

const std::string_view function_words =
    "a about according additionally after again all almost already also although an and another any apparently as "
    "asked because before besides both breaking but certainly clearly click credit currently dear despite each "
    "earlier eight either even eventually every few finally first five four further furthermore given he hello hence "
    "her here herself him himself his how however i if image indeed initially instead it its itself just last later "
    "less let likewise look many maybe me meanwhile more moreover most much my nearly neither never nevertheless next "
    "nine no nonetheless nor not now obviously ok okay once one only or originally other others otherwise our overall "
    "own perhaps photo please previously quite rather read really recently reportedly same second seven several she "
    "since six so some still such surely ten than thank thanks that the their them themselves then there therefore "
    "these they this those though three thus today tomorrow tonight too two unless until update us very via watch we "
    "well what when where whereas which while who whom whose why yes yesterday yet you your";

const std::string_view prepositions =
    "about above across against along amid among around at behind below beside between beyond by down during for from "
    "in inside into like near of off on onto out outside over per through to toward towards under up upon via with "
    "within without";

const std::string_view weekdays =
    "friday fridays monday mondays saturday saturdays sunday sundays thursday thursdays tuesday tuesdays wednesday "
    "wednesdays";

const std::string_view months =
    "apr april aug august dec december feb february jan january jul july jun june mar march may nov november oct "
    "october sep sept september";

const std::string_view auxiliaries =
    "am are be been being can could did do does had has have having is may might must ought shall should was were "
    "will would";

const std::string_view speech_verbs =
    "accused accuses acknowledged acknowledges added adds admits admitted announced announces answered answers argued "
    "argues asked asks believed believes blasted blasts boasted bragged called calls charged claimed claims "
    "complained conceded concedes confirmed continued continues criticized criticizes declared declares denied denies "
    "disclosed explained explains feels felt hoped hopes insisted insists joked jokes lamented noted notes observed "
    "pointed praised praises predicted predicts promised promises quipped recalled recalls reiterated remarked "
    "replied replies reported reports responded responds revealed said say says slammed slams stated states suggested "
    "suggests tell tells testified testifies thinks thought told tweeted tweets urged urges vowed vows wanted wants "
    "warned warns writes wrote";

}  // namespace onrecord::resolving::lists
