//! Written by `cargo run -p xtask -- tables` from the Unicode CLDR; do not edit.

/// One row of words a line: tags of languages, and after `|` the words. A
/// letter before words is their unit: seconds, minutes, hours, days, weeks,
/// m`o`nths, years; a large letter is before texts without digits, with their number.
/// `0` in a word is where the number stands, when it is not before it; another
/// digit after a word is how many letters may follow.
pub const ROWS: &str = "\
ar|D1قبل يوم واحد,2قبل يومين;H1قبل ساعة واحدة,2قبل ساعتين;M1قبل دقيقة واحدة,2قبل دقيقتين;O1قبل شهر واحد,2قبل شهرين;S1قبل ثانية واحدة,2قبل ثانيتين;W1قبل أسبوع واحد,2قبل أسبوعين;Y1قبل سنة واحدة,2قبل سنتين;dأيام,ي,يوم2;hس,ساع2;mد,دق3;oأشهر,شهر2;sث,ثانية,ثوان1;wأ,أس5;yسن3
cy|H1awr yn ôl;O2deufis yn ôl;W2pythefnos yn ôl;Y1blwyddyn yn ôl;dd,ddiwrnod,diwrnod;hawr;mfunud,mun2;ofis,m,mis;seil3;ww,ws,wythnos;ybl5,fl6,mlynedd,o flynyddoedd
he iw|S1לפני שנייה,2לפני שתי שניות,2לפני שתי שנ׳;Y1לפני שנה,2לפני שנתיים;dיום אחד0,יומיים0,ימים,ימ׳,י׳;hשעה,שעה0,שעות,שעתיים0,שע׳,שע׳0;mדקה,דקה0,דקות,דק׳,דק׳0;oחודש,חודש0,חודשיים0,חודשים,חו׳,חו׳0,ח׳;sשניה,שניות,שנ׳,שנ׳0;wשבוע,שבוע0,שבועות,שבועיים0,שב׳,שב׳0;yשנה,שנה0,שנים,שנתיים0
fil tl|daraw,na araw;hna oras,oras;mm,min3,na minuto;obuwan;sna segundo,s,seg4;w(na) linggo ang nakalipas,linggo ang nakalipas,na linggo;yna taon,taon
af|dd,da1;hu,uur;mmin3;omaand1,md;ss,sekonde1;ww,we2;yj,jaar
da|dd,dag1;ht,time1;mm,min5;omd1,måned2;ss,sek5;wu,uge1;yår
is|dd,dag2,degi,dögum;hklst,klukkustund2;mmín4;ofyrir0mán,mánuð2;ssek5;wv,vik2;yá,ár2
nl|dd,dag2,dgn;hu,uur;mm,min4;omaand,maanden,mnd;ss,sec5;ww,we3,wk1;yjaar,jr
sv|dd,dag2,dygn;hh,tim3;mm,min4;oför0mån. sen,mån,månad,månader;ss,sekund2;wv,veck2;yå,år
sl|dd,dan,dn5;hh,ur3;mmin5;om,mes5;ss,sek6;wt,ted4;yl,let3
sh sr|dd,dan1,д,дан1;hsat1,č,сат1,ч;mmin3,мин3;omes3,мес3;ss,sek4,с,сек4;wn,nedelj1,pre0ned,pre0nedelja,н,недељ1,пре0нед,пре0недеља;yg,god3,г,год3
bs|dd,dan1;hh,sat1;mm,min3;omj5;ss,sek4;wsedm3;yg,god3
hr|dd,dan1;hh,sat1;mm,min3;omj5;ss,sekund1;wtj5;yg,godin1
sr-latn-ba|dd,dan1;hsat1,č;mmin3;omjes3;ssek4;wn,nedjelje,sedm3;yg,god3
en|dd,day1;hh,hour1,hr1;mm,min4;omo,month,months,mth,mths;ss,sec4;ww,week1,wk1;yy,year1,yr1
en-ca|dd,day1;hh,hour1,hr1;mmin4;om,mo,month,months,mos;ss,sec4;ww,week1,wk1;yy,year1,yr1
es|dd,dd,día1;hh,hora1;mmin4;om,mes2,mm;ss,seg5;wsem4;ya,aa,año1
cs|dd,den,dn2;hh,hodin3;mm,min5;oměs4;ss,sekund3;wt,týd3;yl,let1,r,rok2
sk|dd,deň,dn1,dň3;hh,hod5;mmin5;om,mes5;ss,sek6;wt,týž5;yr,rok2
ca|dd,di2;hh,hor2;mmin3;om,mes2;ss,segon1;wsetm4;yany1
lv|dd,dien2;hh,st5;mmin4;om,mēn5;ss,sek5;wn,ned4;ygad3,pirms0g
hi|dd,din,दि,दिन;hghant1,h,hr1,घं2,घं॰;mm,min4,मि2,मि॰;omaheene,mo4,mth1,महीन1,माह;ss,sec4,से3,से॰;whafte,w,week1,wk1,सप्ताह;ysaal,y,yr1,व,वर्ष
jv jw|dd,din1;hj,jam;mmenit,mnt;osasi;sdetik,dtk;wpek2;ytaun
pl|dd,dni1,dzień;hg,godz3,h;mmin3;om-c,m-ca,m-ce,m-cy,mies4;ss,sek4;wt,ty6;yl,lat1,r,rok1
gl|dd,día1;hh,hora1;mmin4;om,mes2;ss,segundo1;wsem4;ya,ano1
nn|dd,døgn;ht,tim2;mm,min3;omd,månad2;ss,sek3;wv,veke1;yå,år
nb no|dd,døgn;ht,time1;mm,min5;omd,måned2;ss,sek5;wu,uke1;yå,år
ig|dd,n’ụbọchị0,ọtụtụ ubochi;hawa,h,ọtụtụ awa;mmin,nkeji;om,mths,ọnwa;ss,sekọnd;ww,wks,ọtụtụ izu;yafọ0,y,ọtụtụ afọ
qu|dd,p,punchaw;hh,hora,ura;mmin3;ok,killa,m;ssegund1;wsemana;ywata2,y,ñawpaq watapi
yo|dd,ɔj,ɔj0,ọj,ọj0;hh,wkt;m/ìsh,/ìṣ,min,ìsh,ìṣ;om;ss,ìsh àáy,ìṣ àáy;ww,ɔsh,ọṣ;ysɛ́yìn,sẹ́yìn,ɔd,ɔdún sɛ́yìn,ɔ̀dún,ọd,ọdún sẹ́yìn,ọ̀dún
ps|dd,ورځ1;hh,ساعت3;mm,دق3;omths,مياشت1;ss,sec,ثان2;ww,wks,اونۍ مخکې;y/کال,y,کال3
ja|dd,日前;hh,時間;mm,分;oか月;ss,秒;ww,週間;yy,年前
ak tw|dda0,nna0;hdɔnhwere0,h,nnɔnhwere0;mmin,sima0;oabosome0,bosome,bosome0,m;ss,sima sini0,simasin0;wnnawɔtwe0,w;yafe0,mfeɛ0,y
mo ro|dde zile,z,zi2;hde ore,h,or1;mde minute,m,min3;oacum0de luni,acum0luni,de luni,l,luni,lună;sde secunde,s,sec4;wde săptămâni,săpt5;ya,an1,de ani
pcm|ddez,dè;háwa;mmínit;omọnt;ssẹ́kọn;wwik,wik0;yyiẹ
pt|ddia1;hh,hora1;mmin4;omeses,mês;shá0seg,s,segundo1;wsem4;yano1
lt|ddien2,prieš0d;hh,val5;mmin4;omėn5;ss,sek6;wsav5;ymet2,prieš0m
sq|dditë;horë;mmin3;omuaj;ssek4;wjavë;yvit,vjet
eu|degun;hh,ordu;mmin3;ohil5;ss,segundo;waste;yu,urte
zu|dezinsukwini ezingu0,izinsuku,olwedlule,suku,usuku;hamahora,emahoreni angu0,hora,hr,ihora;mamaminithi,iminithi,umzuzu;oinyanga,izinyanga,m,nyanga;samasekhondi,isekhondi,s,sec,sekhondi;wamaviki,amaviki angu0,evikini elingu0,iviki,viki,w;yiminyaka,unyaka odlule,y
it|dg,gg,giorn1;hh,or1;mmin3;omes1;ss,sec4;wsett,settimana,settimane;yann1
tr|dg,gün;hs,sa,saat;md,dakika,dk;oa,ay;ssaniye,sn;wh,hafta,hf;yy,yıl
tk|dg,gün;hsag2,sg;mm,min2;oa,aý;sse,sek,sekunt;wh,hep2;yý,ýyl
az|dgün;hsaat;mdəq3;oay;ssan3;whft,həftə;yil
id in|dh,hari,hr;hj,jam;mmenit,mnt;obln,bulan;sdetik,dtk;wmgg,minggu yang lalu;ytahun,thn
ms|dh,hari;hj,jam;mmin2;obln,bulan;ss,saat;wmgu,minggu;ytahun,thn
fr ht|dj,jour1;hh,heure1;mmin4;om,mois;ss,seconde1;wsem5;ya,an1
fr-ca|dj,jour1;hh,heure1;mmin4;omois;ss,seconde1;wsem5;ya,an1
uz|dkun;hsoat;mdaq3;ooy;ss,son3;whafta;yyil
ha|dkwana0,kwanaki0,r0,rana0,ranaku0,rnk.0;hawa0,awanni0,sa′a0,sa′o′i0;mminti0,mintoci0,mintuna0,mnt0;ow0,wat0,wata0,watanni0,wtnn0;sd0,dakika0,dakiku0,daƙiƙa0,daƙiƙoƙi0;wm0,mako0,makonni0,mk0,mkn0;yshekara0,shekaru0,shkr0,shkru0
gd|dlatha,là6;hu,uair,uairean a thìde;mm,mhion3,mion6;omhì2,mì4;sd,dhiog,diog2;ws,seachd6,sheachd3,shn,sn;ybhl6,bhliadhnaichean,bl6,bliadhnaichean
ga|dlá;hhuaire,n-uair an chloig,n-uaire,u,uair;mn,nóim3;om,mhí,mí;ss,shoic3,soic3;wscht,seachtain1,shcht,sheachtain;ybhl4,bl4,mbl4
so|dm,maal4,ml2;hsaacad3,scd;md,daqiiq5,dqqd;ob,bil3;sil,ilb6;wt,tdbd,toddobaad2;ysannad3,snd
hu|dnap3;hó,ór4;mperc3;ohónap3;sm.perce,mp,másodperc3;whete,hét,héttel;yév3
vi|dngày trước;hgiờ;mphút;otháng trước;sgiây;wtuần;ynăm trước
et|dp eest,päev1,ööpäev1;ht eest,tun2;mmin4;ok eest,kuu1;ss,sek5;wnäd4;ya,aasta1
fi|dpv,päivä1;ht,tunti1;mmin6;okk,kuukau3;ss,sekunti1;wviikko1,vk;yv,vuo3
sw|dsiku0;hsaa0;mdak0,dakika0;omiezi0,mwezi0;ssek0,sekunde0;wwiki0;ymiaka0,mwaka0
de|dt,tag2,tg;hh,st5;mm,min4;omon,monat,monate,monaten;ss,sek5;ww,wo4;yj,jahr2
el|dη,ημ4;hώ,ώρ2;mλ,λεπ2;oμ,μήν2;sδ,δευτ,δευτερόλεπτ1;wε,εβδ6;yέ,έτ2
sr-cyrl-ba|dд,дан1;hсат1,ч;mмин3;oмјес3;sсек4;wн,недјеље,седм3;yг,год3
bg|dд,ден,дни;hч,час1;mмин3;oм,мес3;sс,сек4;wседм3;yгод3,пр.0г,преди0г
mk|dд,ден1;hч,час1;mмин3;oмес3;sсек4;wсед4;yгод3
uk|dд,день,дн2;hг,год3;mх,хв5;oм,міс4;sс,секунд1;wт,тиж4;yр. тому,рок2,рік
ru|dд,день,дн2;hч,час2;mмин3;oм,мес4;sс,сек4;wн,нед3;yг,г. назад,год,года,л,лет
be|dдз3,дн1,сут2;hгадз3;mхв5;oмес4;sс,секунд1;wтыд4;yг,гадоў,гады,год,года
kk|dк,күн,كۇن;hсағ2,ساعات;mмин2,مينۋت;oай,اي;sс,сек3,سەكۋند;wап2,اپتا;yж. бұрын,жыл,جىل
ky|dкн,күн;hс,саат,ст;mмүн2;oай;sсек3;wап,апт,апта;y-ж,жыл
cv|dкун каялла;hсех2;mмин2;oуй2;sҫ,ҫек4;wэрн,эрне каялла;yҫул
ba|dкөн;hсәғ2;mмин2;oай;sс,сек3;wаҙн1;yйыл
mn|dхоног,өдрийн;hц,цаг3;mмин4;oс,сарын;sсек5;wд.х,долоо хоног,долоо хоногийн,хоногийн;yж,жил3
hy|dօ,օր;hժ,ժամ;mր,րոպե;oա,ամ2;sվ,վայրկյան,վրկ;wշ,շաբ,շաբաթ առաջ;yտ,տարի
ur|dدن2;hگھنٹ1;mمنٹ;oماہ,مہین1;sسیکنڈ;wہفتہ قبل,ہفتہ پہلے,ہفتے;yسال2
fa|dروز;hh,ساعت;mm,دقیقه;oماه;ss,ثانیه;wهفته;yسال
sd|dڏينهن;hڪلاڪ;mمنٽ;oمهين1;sسيڪنڊ,في سيڪنڊ;wهفت1;yس,سال
mr|dदि2,दिवसांपूर्वी,दिवसापूर्वी;hता1,तासांपूर्वी,तासापूर्वी;mमि3,मिनिटांपूर्वी,मिनिटापूर्वी,मिनिटे;oम,महिन1,महिन्यांपूर्वी,महिन्यापूर्वी;sसे3,सेकंदांपूर्वी,सेकंदापूर्वी;wआ,आठवड1,आठवड्यांपूर्वी,आठवड्यापूर्वी;yव,वर्ष,वर्षांपूर्वी,वर्षापूर्वी,वर्षे
ne|dदिन;hघण्टा;mमिनेट;oमहिना;sसेकेन्ड;wहप्ता;yवर्ष
bn|dদিন;hঘঃ,ঘণ্টা;mমি3;oমাস;sসেঃ,সেকেন্ড;wসপ্তাহ;yবছর
as|dদিন;hঘণ্টা;mমিনিট;oমাহ;sছেকেণ্ড;wসপ্তাহ;yবছৰ1
pa|dਦਿਨ;hਘੰਟ1;mਮਿੰਟ;oਮਹੀਨ1;sਸਕਿੰਟ;wਹਫ਼ਤ1;yਸਾਲ
gu|dદિ2;hક,કલાક;mમિ3;oમ,મહિન1;sસે3;wઅઠ6,અઠવાડિયું;yવ,વર્ષ
or|dଦିନ;hଘ,ଘଣ୍ଟା;mମି5;oମା1;sସେ5;wସପ୍3;yବ,ବର୍ଷ
ta|dநா,நாட்கள5,நாள5;hம,ம.நே,மணிநேரம்;mநி2,நிமிடங்கள5,நிமிடத்திற்கு;oமா1,மாதங்கள5,மாதத்துக்கு,மாதம்;sவி,விநாடி,விநாடிகளுக்கு,விநாடிகள்,விநாடிக்கு;wவா1,வாரங்கள5,வாரத்திற்கு,வாரம்;yஆ,ஆண்ட5,ஆண்டுகள5
te|dరో4;hగం3;mని6;oనె3;sసె,సెక,సెకను,సెకన్ల,సెకన్లు;wవా4;yసం6,సంవత్సరాల1
kn|dದಿ4;hಗಂ5;mನಿಮಿ4;oತಿಂ,ತಿಂ.ಗಳು,ತಿಂಗಳ3;sಸೆಕೆಂ5;wವಾ4;yವ,ವರ್ಷ3
ml|dദി4;hമ,മണിക്കൂർ;mമി6;oമാ,മാസം;sസെ,സെക്കൻഡ്;wആ,ആഴ്ച;yവ,വർഷം
si|dදි0,දින0;hපැය0;mමි0,මිනි0,මිනිත්තු0;oමා0,මාස0;sකට,ත0,තත්0,තත්පර0;wස0,සති0;yව0,වසර0
th|dวันที่ผ่านมา,วันที่แล้ว;hชม,ชั่วโมง;mนาที;oเดือน;sวิ;wสัปดาห์;yปี
lo|dມື້;hຊມ,ຊົ່ວໂມງ;mນທ,ນາທີ;oດ,ເດືອນ;sວິ;wອທ,ອາທິດກ່ອນ;yປ
my|dပြီးခဲ့သည့်0ရက်;hနာရီ;mမိနစ်;oလ;ss,sec,စက္ကန့်;wပတ်;yနှစ်
ka|dდღ2;hსაათი1,სთ;mწთ,წუთი1;oთვ2;sწამი1,წმ;wკვ,კვირის,კვრ;yწ,წელი,წლის
ti|dመ,መዓል2;hሰዓ2;mደ,ደቒ3;o/ኣዋርሕ,/ወ,ወርሒ;sሴ,ሴኮንድ,ካልኢት;wሰሙ2;yዓ,ዓመ2
am|dቀ,ቀናት,ቀን,ቀኖች;hሰዓ2;mደ,ደቂ3;oወራት,ወር;sሰከ3;wሳምን2;yዓ,ዓመ2
km|dថ្ងៃ;hម៉ោង;mនាទី;oខែ;sវិនាទី;wសប្ដាហ៍;yឆ្នាំ
zh|d天,日前;h小时,小時;m分;o个月,個月;s秒;w周前,星期前,週前;y年前
yue|d天,日前;h小时,小時;m分鐘,分钟;o个月,個月;s秒;w个星期前,個星期前,周,週;y年前
ko|d일 전;h시간;m분;o개월;s초;w주;y년 전";
