using System.Globalization;
using SecurityTracker.Server;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>The limits that are written down for people are those of the program.</summary>
public sealed class LimitsTests
{
    private static readonly SignInSettings SignIn = new();
    private static readonly MailLimitSettings Mails = new();
    private static readonly EditionLimitSettings Editions = new();
    private static readonly ReadingLimits Reading = new();

    /// <summary>The numbers of each line of the table, in its order; a line that is not here was written without a limit behind it.</summary>
    private static readonly Dictionary<string, FormattableString> Lines = new(StringComparer.Ordinal)
    {
        ["body of a request"] = $"{Services.LargestBody >> 20} MB; {FileUpload.Largest >> 20} MB; {MailFiles.Largest >> 20} MB",
        ["what can be asked without being signed in"] = $"{RateLimits.PerMinute[RateLimits.SignIn]}",
        ["imports; exports"] = $"{RateLimits.PerMinute[RateLimits.Imports]}; {RateLimits.PerMinute[RateLimits.Exports]}",
        ["failures until an account is locked"] = $"{SignIn.FailuresUntilLocked}; {SignIn.LockedMinutes} min",
        ["idle session"] = $"{SignIn.IdleMinutes / 60} h; {SignIn.MinistryIdleMinutes} min; {SignIn.AbsoluteHours} h",
        ["a proof is recent for"] = $"{SignIn.RecentMinutes} min",
        ["a begun sign-in"] = $"{SignIn.BegunMinutes} min",
        ["an invitation; a link for a password"] = $"{SignIn.InvitationDays} days; {SignIn.ResetMinutes} min; {PasswordResets.NextAfter.TotalMinutes} min",
        ["mails in 24 h"] = $"{Mails.PerSender}; {Mails.PerOrganisation}; {Mails.PerRecipient}",
        ["a mail that is not taken"] = $"{SendMail.MostAttempts}; {Server.Mail.Mails.Kept.TotalDays} days",
        ["new passwords"] = $"{PasswordResetsAsked.MostWaiting:N0}",
        ["what runs by itself"] = $"{Database.MostJobConnections}; {JobTables.Kept.TotalDays} days",
        ["drafts of editions"] = $"{Editions.Drafts}; {Editions.Publications}",
        ["password"] = $"{Passwords.Shortest}–{Passwords.Longest} characters",
        ["a personal token"] = $"1 year, and any time less",
        ["a file that is read"] = $"{ReadDocument.MostBlocks:N0}; {ReadDocument.MostCharacters:N0}; {ReadDocument.MostPages:N0}",
        ["an Office file"] = $"{DocumentLimits.Unfolded >> 20} MB; {DocumentLimits.Parts:N0}",
        ["reading one file"] = $"{Reading.Work.TotalSeconds} s; {Reading.PdfWork.TotalSeconds} s; {Reading.Longest.TotalSeconds} s; {Reading.Memory >> 20} MB; {Reading.Answer >> 20} MB",
        ["files read at once"] = $"{Reading.Places}; {Reading.Places / 2}; {Reading.Waiting}",
        ["an answer of a provider of sign-ins"] =
            $"{ProviderBackchannel.Patience.TotalSeconds} s, {ProviderBackchannel.LargestAnswer >> 20} MB; {ProviderToken.Longest >> 10} KB; {ProviderDiscovery.Patience.TotalSeconds} s",
        ["keys of a mail's signatures"] = $"{DkimVerifier.Patience.TotalSeconds} s",
        ["a mail: parts"] = $"{MailParts.Most}; {MailParts.Deepest}; {MailParts.MostFields:N0} and {MailParts.MostHeaderBytes >> 10} kB; {SignatureEvidence.Most}; {SmimeSignature.MostSigners} and {SmimeSignature.MostCertificates}",
    };

    public static TheoryData<string, string> Written
    {
        get
        {
            var written = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Repository.At(".github", "SECURITY.md")).SkipWhile(line => !line.StartsWith("| what | limit", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                written.Add(cells[1], cells[2]);
            }

            return written;
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void A_limit_that_is_written_down_is_the_one_that_holds(string what, string limit) =>
        limit.ShouldBe(Lines.Single(line => what.StartsWith(line.Key, StringComparison.Ordinal)).Value.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Every_limit_is_written_down_once() => Written.Count.ShouldBe(Lines.Count);
}
