//! Written by `cargo run -p xtask -- tables` from the Unicode CLDR; do not edit.

/// The digit zero of every script, in order; nine follow each.
#[rustfmt::skip]
pub const ZEROS: &[char] = &['\u{30}', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}', '\u{1b50}', '\u{1bb0}', '\u{1c40}', '\u{1c50}', '\u{a620}', '\u{a8d0}', '\u{a900}', '\u{a9d0}', '\u{a9f0}', '\u{aa50}', '\u{abf0}', '\u{ff10}', '\u{104a0}', '\u{10d30}', '\u{10d40}', '\u{11066}', '\u{110f0}', '\u{11136}', '\u{111d0}', '\u{112f0}', '\u{11450}', '\u{114d0}', '\u{11650}', '\u{116c0}', '\u{116d0}', '\u{116da}', '\u{11730}', '\u{118e0}', '\u{11950}', '\u{11bf0}', '\u{11c50}', '\u{11d50}', '\u{11da0}', '\u{11de0}', '\u{11f50}', '\u{16130}', '\u{16a60}', '\u{16ac0}', '\u{16b50}', '\u{16d70}', '\u{1ccf0}', '\u{1d7ce}', '\u{1d7d8}', '\u{1d7e2}', '\u{1d7ec}', '\u{1d7f6}', '\u{1e140}', '\u{1e2f0}', '\u{1e4f0}', '\u{1e5f1}', '\u{1e950}', '\u{1fbf0}'];

/// One row of words a line: tags of languages whose decimal mark is a stop,
/// `;`, those whose mark is a comma, and after `|` the words. A digit before
/// words is the power of ten that they stand for; `0` in a word is where the
/// number stands, when it is not before it.
pub const ROWS: &str = "\
;tr|3b,bin;6milyon,mn;9milyar,mr
ha;|3d,dubu0,k;6m,miliyan0;9b,biliyan0
so;|3k,kun;6m,milyan;9b,bilyan
pcm;|3k,taúzan;6m,míliọn;9b,bíliọn
ps;|3k;6m;9b,g
ms;ms-bn ms-id|3k,ribu;6j,juta;9b,bilion
zh-hant-hk zh-hant-mo zh-hk zh-mo;|3k;6m;9b
;wo|3k,thousand;6m,vote0m;9b
ee;|3akpe0,k;6m,miliɔn0;9b,biliɔn0
gd;|3k,mhìle,mìle,mìltean;6m,mhillean,millean,milleanan;9b,bhillean,billean,billeanan
cy;|3k,mil;6m,miliwn;9b,biliwn
en;en-at en-be en-cz en-de en-dk en-ee en-es en-fi en-fr en-ge en-hu en-id en-it en-lt en-lv en-nl en-no en-pl en-pt en-ro en-se en-si en-sk en-ua en-za|3k,thousand;6m,million;9b,billion
fil tl;|3k,libo,na libo;6m,milyon,na milyon;9b,bilyon,na bilyon
zu;|3inkulungwane,k;6isigidi,m;9b,isigidi sezigidi
ceb;|3k,ka libo;6ka milyon,m;9b,ka bilyon
he iw;|3k,אלף;6m,מיליון;9b,מיליארד
ml;|3k,ആയിരം;6m,ദശലക്ഷം;9b,ബില്യൺ
th;|3k,พัน;4หมื่น;5แสน;6m,ล้าน;9b,พันล้าน;aหมื่นล้าน
chr;|3k,ꭲꮿꭶᏼꮅ;6m,ꭲᏻꮖꮧꮕꮫ;9b,ꭲꮿꮤꮃꮧꮕꮫ
ga;|3k,mhíle,míle;6m,mhilliún,milliún;9b,bhilliún,billiún,mbilliún
sw;sw-cd|3elfu0;6m,milioni0;9b,bilioni0
sw-ke;|3elfu0;6m0,milioni0;9b0,bilioni0
en-in hi-latn;|3k,thousand;5l,lakh;7cr,crore;akcr
;lb|3dausend,dsd;6millioun,milliounen,mio;9milliard,milliarden,mrd
;ksh|3dousend,tsd;6million,millionen,milljuhne,mio;9milliarde,milliarden,milljard,milljarde,mrd
;hu|3e,ezer;6m,millió;9milliárd,mrd
om;|3k,kuma0;6m,miiliyoona0;9biiliyoona0,g
az-arab az-iq az-ir en-dsrt en-shaw ha-arab ha-cm ha-sd ku-arab ku-iq ku-ir ku-lb kxv-deva kxv-orya kxv-telu mn-cn mn-mong ms-arab ms-cc pa-arab pa-pk sd-deva sd-in uz-af uz-arab zh-latn;az-cyrl az-ru ms-arab-bn|3k;6m;9g
ak tw;|3apem0,k,mpem0;6m,ɔpepem0;9g,ɔpepepem0
yo-bj;|3k,ɛgbɛ̀rún;6m,mílíɔ̀nù;9bilíɔ̀nù,g
yo;|3k,ẹgbẹ̀rún;6m,mílíọ̀nù;9bilíọ̀nù,g
;scn|3k,migghiaru,mila;6m,miliuna,miliuni;9g,miliardi,miliardu
;smn|3k,tuhháát;6m,miljovn;9g,miljard
;ast|3k,millar,millares;6m,millones,millón;9g
dz;|3k,སྟོང་ཕྲག0;4ཁྲི་ཕྲག0;5འབུམ་ཕྲག0;6m,ས་ཡ་0;7བྱེ་བ་0;8དུང་ཕྱུར་0;9g;aདུང་ཕྱུར་བརྒྱ་0
shn;|3k,ႁဵင်;4မိုၼ်ႇ;5သႅၼ်;6m,လၢၼ်ႉ;9g,ႁဵင်လၢၼ်ႉ;aမိုၼ်ႇလၢၼ်ႉ
;br|3a viliadoù,k,miliad,viliad;6a v/milionoù,m,milion,v/milion;9a viliardoù,g,miliard,viliard
;eo|3k,mil;6m,miliono,milionoj;9g,miliardo,miliardoj
;fr-ca|3k,mille;6m,million,millions;9g,milliard,milliards
bal-latn;|3h;6m;9kr
;ku|3h,hezar;6milyon,mn;9milyar,mr
es-419 es-br es-bz es-cu es-do es-gt es-hn es-ni es-pa es-pe es-pr es-sv;es-ar es-bo es-cl es-co es-cr es-ec es-py es-uy es-ve|3k,mil;6m,millones,millón;9mil m,mil millones
es-us;|3k,mil;6m,millones,millón;9mil m,mil millones
it-ch;it|3k,mila;6milione,milioni,mln;9miliardi,miliardo,mld
;mo ro|3de mii,k,mie,mii;6de milioane,mil,milioane,milion;9de miliarde,miliard,miliarde,mld
;nl|3duizend,k;6miljoen,mln;9miljard,mld
;fy|3k,tûzen;6miljoen,mln;9miljard,mld
;az|3k,min;6milyon,mln;9milyard,mlrd
;kea|3mil;6m,milhãu;9mil milhãu,mm
;fr ht|3k,mille,millier;6m,million,millions;9md,milliard,milliards
to;|3a,afe;4m,mano;5k,kilu;6M,miliona;9p,piliona
;ca|3k,miler,milers;6m,milions,milió;9km,miler de milions,milers de milions
es-mx;|3k,mil;6m,millones,millón;9mil m,mil millones
;pt-ao pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-pt pt-st pt-tl|3mil;6m,milhão,milhões;9mil milhões,mm
;es|3mil;6m,millones,millón;9mil m,mil millones
;eu|6m,milioi
;gl|6m,millón,millóns
;jv jw|3è,èwu;6y,yuta;9m,milyar
;id in|3rb,ribu;6jt,juta;9m,miliar
de-ch de-li;de|3tausend;6million,millionen,mio;9milliarde,milliarden,mrd
gsw;|3tsg,tuusig;6millioon,millioone,mio;9milliarde,mrd
;lld|3m,mile;6miliun,miliuns,mln;9miliard,miliarg,mlg
;sc|3mìg,mìgia;6millione,milliones,mln;9milliardos,milliardu,mrd
;vi|3n,nghìn;6tr,triệu;9t,tỷ
;blo|3baa kotoku0,kotoku0,kt0,ɩkotoku0,ɩkt0;6baa gakuli0,bkl0,bʊkuli0,gakuli0,gkl0;9akl0,akulo0,baa ŋkulo0,ŋkl0,ŋkulo0
;kgp|3mil;6mi,milhão,milhão ag;9bi,bilhão,bilhão ag
;pt|3mil;6mi,milhão,milhões;9bi,bilhão,bilhões
;yrl|3miu;6mi,miliãu,miliãu-ita;9bi,biliãu,biliãu-ita
kxv;|3h,hjar;6mi,million;9bi,billion
;yrl-co yrl-ve|3miu;6mi,millón,millón-ita;9bi,billón,billón-ita
en-gb;|3k,thousand;6m,million;9billion,bn
;se|3dt,duháhat,duhát;6miljona,miljonat,mn;9md,miljardi,miljardit
;se-fi|3dt,duháhat,duhát;6miljona,miljonat,mn;9md,miljárda,miljárdat
;af|3duisend,k;6m,miljoen;9miljard,mjd
;bs sh sr-latn sr-me sr-ro sr-tr|3hilj,hiljada,hiljade;6mil,milion,miliona;9milijarda,milijarde,milijardi,mlrd
kok-latn;|3hoz,hozar;5lak,lakh;7ko,kotti;9obz
;nn|3k,tusen;6mill,million,millionar;9milliard,milliardar,mrd
;nb no|3k,tusen;6mill,million,millioner;9milliard,milliarder,mrd
;is|3þ,þúsund;6m,milljón,milljónir;9ma,milljarðar,milljarður
;sv|3tn,tusen;6miljon,miljoner,mn;9md,miljard,miljarder
;da|3t,tusind;6million,millioner,mio;9mia,milliard,milliarder
;fo|3tús,túsund;6millión,milliónir,mió;9mia,milliard,milliardir
;rm|6milliun,milliuns,miu;9mia,milliarda,milliardas
;sq|3mijë;6milion,mln;9miliard,mld
;ia|3mil,mille,milles;6million,milliones,mln;9milliardo,milliardos,mld
;cs|3tis,tisíc,tisíce;6mil,milion,milionu,miliony,milionů;9miliard,miliarda,miliardy,mld
;sk|3tis,tisíc,tisíca,tisíce;6mil,milión,milióna,miliónov,milióny;9miliarda,miliardy,miliárd,mld
;hr|3tis,tisuća,tisuće;6mil,milijun,milijuna;9milijarda,milijarde,milijardi,mlr
;vec|3mila;6milion,milioni,mln;9miliardi,miliardo,mld
;pl|3tys,tysiąc,tysiąca,tysiące,tysięcy;6milion,miliona,miliony,milionów,mln;9miliard,miliarda,miliardy,miliardów,mld
;hsb|3tys,tysac;6milion,milionaj,milionow,miliony,mio;9miliarda,miliardow,miliardy,miliardźe,mrd
;dsb|3tys,tysac;6milion,miliona,milionow,miliony,mio;9miliarda,miliardow,miliardy,miliarźe,mrd
;sl|3tis,tisoč;6milijon,milijona,milijoni,milijonov,mio;9milijard,milijarda,milijarde,milijardi,mrd
;lt|3tūkst,tūkstantis,tūkstančiai,tūkstančio,tūkstančių;6milijonai,milijonas,milijono,milijonų,mln;9milijardai,milijardas,milijardo,milijardų,mlrd
;fi|3t,tuhat,tuhatta;6milj,miljoona,miljoonaa;9miljardi,miljardia,mrd
;lv|3tūkst,tūkstotis,tūkstoši,tūkstošu;6milj,miljoni,miljons,miljonu;9miljardi,miljards,miljardu,mljrd
;et|3tuh,tuhat;6miljon,miljonit,mln;9miljard,miljardit,mld
;uz|3ming;6million,mln;9milliard,mlrd
;tk|3müň;6million,mln;9milliard,mlrd
;el|3χιλ,χιλιάδα,χιλιάδες;6εκ,εκατομμύρια,εκατομμύριο;9δισ,δισεκατομμύρια,δισεκατομμύριο
;mk|3илј,илјада,илјади;6м,мил,милион,милиони;9милијарда,милијарди,милј
;kk|3м,мың;6миллион,млн;9миллиард,млрд
ba;tt|3мең;6миллион,млн;9миллиард,млрд
;sr|3хиљ,хиљада,хиљаде;6мил,милион,милиона;9милијарда,милијарде,милијарди,млрд
;bs-cyrl|3хиљ;6мил;9млрд
;bg|3хил,хиляди;6милион,милиона,млн;9милиард,милиарда,млрд
;ru|3тыс,тысяч,тысяча,тысячи;6миллион,миллиона,миллионов,млн;9миллиард,миллиарда,миллиардов,млрд
;uz-cn uz-cyrl|3минг;6миллион,млн;9миллиард,млрд
;ky|3миң;6миллион,млн;9миллиард,млд
ce;|3эзар;6миллион,млн;9миллиард,млрд
;tg|3ҳазор,ҳзр;6миллион,млн;9миллиард,млрд
;sah|3тыһ,тыһыынча;6мөл,мөлүйүөн;9миллиард,млрд
;uk|3тис,тисяч,тисяча,тисячі;6млн,мільйон,мільйона,мільйони,мільйонів;9млрд,мільярд,мільярда,мільярди,мільярдів
;be|3тыс,тысяч,тысяча,тысячы;6млн,мільён,мільёна,мільёнаў,мільёны;9млрд,мільярд,мільярда,мільярдаў,мільярды
;cv|3пин;6млн;9млрд
mn;|3мян,мянга;6сая;9тэрбум
;hy|3հազար,հզր;6միլիոն,մլն;9միլիարդ,մլրդ
ar;ar-dz ar-ly ar-ma ar-tn|3آلاف,ألف;6ملايين,مليون;9مليار
ur;|3ہزار;5لاکھ;7کروڑ;9ارب
sd;|3هزار,ھزار;6ملين;9بلين
kk-af kk-arab kk-cn kk-ir kk-mn;|3مىڭ;6ملن,ميلليون;9ملرد,ميلليارد
ug;|3مىڭ;6مىليون;9مىليارد
fa;|3هزار;6میلیون;9میلیارد
mr;|3ह,हजार;5लाख;7कोटी;9अब्ज
kok;|3हज,हजार;5लाख;7कोटी;9अब्ज
xnr;|3हजार;5लख;7करोड़,क॰;9अरब,अ॰
hi;|3हज़ार;5लाख;7करोड़,क॰;9अरब,अ॰
ne;|3हजार;5लाख;9अरब;?करोड
brx;|3के,रोजा;6एम,निजुत;9बि,बिलियन
bn;|3হা,হাজার;5লা,লাখ;7কো,কোটি;aশত কো
as;|3হাজাৰ;5লাখ;6নিযুত;8নিঃ;9শঃ কোঃ,শত কোটি
pa;|3ਹਜ਼ਾਰ;5ਲੱਖ;7ਕਰੋੜ;9ਅਰਬ
gu;|3હજાર;5લાખ;7કરોડ;9અબજ
or;|3ହ,ହଜାର;6ନି,ନିୟୁତ;9ବି,ଶହକୋଟି
ta;|3ஆ,ஆயிரம்;6மி,மில்லியன்;9பி,பில்லியன்
te;|3వే,వేయి,వేలు;6మి,మిలియన్,మిలియన్లు;9బి,బిలియన్,బిలియన్లు
kn;|3ಸಾ,ಸಾವಿರ;6ಮಿ,ಮಿಲಿಯನ್;9ಬಿ,ಬಿಲಿಯನ್
si;|3ද0,දහස0;6මි0,මිලියන0;9බි0,බිලියන0
;lo|3ພັນ;5ແສນ;6ລ້ານ;9ຕື້,ພັນລ້ານ
my;|3ထောင်;4သောင်း;5သိန်း;6သန်း;7ကုဋေ,ဋေ;aဋေ0ထ
;ka|3ათ,ათასი;6მილიონი,მლნ;9მილიარდი,მლრდ
am;|3ሺ;6ሚ,ሚሊዮን;9ቢ,ቢሊዮን
ti;|3ሽ,ሽሕ;6ሚ,ሚልዮን;9ቢ,ቢልዮን
km;|3ពាន់;6លាន;9ប៊ីលាន
zh;|4万;8亿
yue-cn yue-hans;|3千;4万;8亿
ja;|4万;8億
yue;|3千;4萬;8億
zh-au zh-bn zh-gb zh-gf zh-hant zh-id zh-pa zh-pf zh-ph zh-sr zh-th zh-tw zh-us zh-vn;|4萬;8億
ko;|3천;4만;8억
ff-adlm;|3𞤵,𞤵𞤶𞤵𞤲𞤫𞤪𞤫;6𞤣,𞤣𞤵𞤦𞤵𞤲𞤫𞤪𞤫;9𞤣𞤵𞤶𞤵𞤲𞤫𞤪𞤫,𞤣𞤶";

/// The words of a language that has no row.
pub const ROOT: &str = "3k;6m;9g";
