/** Parameters of addresses that say who sent the reader, or how the page is to be set, and never what it is about. */

/** Beginnings of names that belong to tools of measurement and to nothing else. Lower case. */
const TRACKING_PREFIXES =
  /^(?:utm_|utm-|ga_|mc_|mtm_|pk_|piwik_|matomo_|hsa_|itm_|at_(?:medium|campaign|custom|link|ptr|format|bbc|variant|creation)|ns_(?:mchannel|source|campaign|linkname|fee)|wt[._]|gaa_|guce_|oly_|vero_|_hs|__hs|__cf_chl|_branch_|amp_|_x_tr_|cm_mmc|pf_rd_|fb_|bsft_)/;

/** Names that publishers, newsletters and advertisers have made up for counting, for sharing and for gifts. Lower case. */
const TRACKING = new Set(
  (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid ymclid twclid ttclid tbclid rdt_cid li_fat_id igshid igsh " +
    "sfnsn mibextid epik ef_id s_kwcid s_cid srsltid syclid irclickid irgwc vmcid wickedid rb_clickid cndid mkt_tok " +
    "_openstat _ga _gl _gac _ke ml_subscriber ml_subscriber_hash __s __twitter_impression twitter_impression usqp aoh " +
    "hsctatracking soc_src soc_trk guccounter ncid sr_share ocid cmpid cmp intcmp icid int_source ftag ftcamp smid smtyp " +
    "emc itid wpisrc wpmm pwapi_token carta-url iref unlocked_article_code giftcopy gift_token sharetoken share_id shareid " +
    "sharetype share_token accesstoken access_token gift reflink mbid bxid esrc hasha hashb hashc lipi referrer referer " +
    "ref_src ref_url refsrc src_cmp spm scm_id dicbo obinsite outbrainclickid taboolaclickid replytocom fb_ref fb_source " +
    "xtor trk trkinfo trkemail trkcampaign leadsource cvid chn_id campaign_id instance_id impression_id imp_id recalloc jsessionid phpsessid sessionid"
  ).split(" "),
);

/**
 * Names that count where the address without them names an article already, and may be the article's own where it does
 * not: "ref=home" after a headline, "/passage?ref=john-3". Lower case.
 */
const DOUBTFUL = new Set(
  (
    "ref ref_ source src from via s st si sh ss mod share cid partner rss feed feature campaign medium origin rel tag_id nl te " +
    "algo module pgtype contentcollection region fellback surface action_source segment_id user_id regi_id email emailid uid " +
    "trackingid clickid mkwid pos position cb _ _t t ts timestamp nocache showcomment commentid redirected redirectedfrom " +
    "redirectfrom noredirect app is_from_webapp sender_device login loggedin subscribe newsletter utm u1 cmd_source link_source " +
    "linksource link_from position_source widget recommendation rec ico ito xid xg_source tpcc"
  ).split(" "),
);

/** How the same article is to be set: for a printer, for a telephone, whole on one page. */
const SETTINGS = /^(?:_?amp|amphtml|print|printable|printer|print_?view|printer_?friendly|mobile|m|single_?page|full_?page|mobileaction|useformat|desktop)$/;
const SETTING_ON = /^(?:|1|true|yes|y|on|all|amp|print|mobile|desktop|toggle_view_(?:mobile|desktop))$/;
const MANNERS = /^(?:output_?type|output|view|format|mode|template|tmpl|layout|display|style|type|version|device|platform|page_?wanted|page|site)$/;
const MANNER = /^(?:amp|print|printable|printer(?:-?friendly)?|mobile|touch|wap|all|component)$/;

/**
 * Whether a parameter says nothing about which article it is.
 * @param parameter "name=value" or "name", percent-encoded
 * @param isNamed whether the address names an article without its parameters
 */
export function isIdle(parameter: string, isNamed: boolean): boolean {
  const [name = "", value = ""] = parameter.toLowerCase().split(/=(.*)/s);
  if (TRACKING_PREFIXES.test(name) || TRACKING.has(name)) return true;
  if (SETTINGS.test(name) && SETTING_ON.test(value)) return true;
  if (MANNERS.test(name) && MANNER.test(value)) return true;
  return isNamed && DOUBTFUL.has(name);
}
