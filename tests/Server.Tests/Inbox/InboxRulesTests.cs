using System.Text.RegularExpressions;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.ServerTests.Inbox;

public sealed partial class InboxRulesTests
{
    /// <summary>The editions of 17 items number alike; that of 18 has 再委託 under 11) and 返却・廃棄・消去 under 5).</summary>
    [Fact]
    public void A_rule_names_the_item_of_the_contracts_own_edition()
    {
        InboxRules.NumberOf(DutyRules.ClosingList, "ED-C").ShouldBe(8);
        InboxRules.NumberOf(DutyRules.ClosingList, "ED-A").ShouldBe(5);
        InboxRules.NumberOf(DutyRules.PartToFill, "ED-A").ShouldBe(11);
        InboxRules.NumberOf(DutyRules.ReportToDraft, "ED-A").ShouldBe(1);
        InboxRules.NumberOf(DutyRules.WordExpires, "ED-A").ShouldBeNull();
        InboxRules.NumberOf(DutyRules.ClosingList, "OTHER").ShouldBeNull("nobody knows the numbers of an edition that somebody made");
        InboxRules.NumberOf(rule: null, "ED-C").ShouldBeNull();
    }

    /// <summary>What is asked has one name, in mails and on the screens.</summary>
    [Fact]
    public void Screens_and_mails_call_it_the_same()
    {
        var screens = Named().Matches(File.ReadAllText(Repository.At("web", "src", "features", "inbox", "items.ts")))
            .ToDictionary(name => name.Groups["type"].Value, name => (name.Groups["ja"].Value, name.Groups["en"].Value), StringComparer.Ordinal);
        screens.Count.ShouldBeGreaterThan(25);
        InboxWords.Types.Order(StringComparer.Ordinal).ShouldBe(screens.Keys.Order(StringComparer.Ordinal));
        foreach (var (type, (ja, en)) in screens)
        {
            (InboxWords.Of(type).Ja, InboxWords.Of(type).En).ShouldBe((ja, en), type);
        }
    }

    [GeneratedRegex(@"^  (?<type>[A-Z_]+): \['(?<ja>[^']+)', '(?<en>[^']+)'\],$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
