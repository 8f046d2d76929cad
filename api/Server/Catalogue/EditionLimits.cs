using System.Globalization;
using Microsoft.Extensions.Options;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>How many editions an organisation makes in 24 hours (既定値; section <c>EditionLimits</c>): far more than annexes change, too few to fill a database.</summary>
internal sealed class EditionLimitSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "EditionLimits";

    /// <summary>Drafts that are begun.</summary>
    public int Drafts { get; set; } = 20;

    /// <summary>Editions that are published or corrected.</summary>
    public int Publications { get; set; } = 10;
}

/// <summary>Counts, in the database and in the transaction of the act, what organisations draft and publish: over the limit the act is refused and nothing is changed.</summary>
internal sealed class EditionLimits(IOptions<EditionLimitSettings> settings, Session session, Actor actor, TimeProvider time)
{
    private const string DraftsRule = "edition_drafts_in_a_day";
    private const string PublicationsRule = "edition_publications_in_a_day";

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Saves an act that begins a draft.</summary>
    public Task<IResult> Drafting(Func<Task<IResult>> act) => Counted("DRAFT", settings.Value.Drafts, DraftsRule, act);

    /// <summary>Saves an act that publishes or corrects an edition.</summary>
    public Task<IResult> Publishing(Func<Task<IResult>> act) => Counted("PUBLICATION", settings.Value.Publications, PublicationsRule, act);

    private async Task<IResult> Counted(string what, int most, string rule, Func<Task<IResult>> act)
    {
        if (actor.OrganisationId is { } organisation)
        {
            var now = time.GetUtcNow();
            session.QueueSql(SqlStatement.Of("SELECT count_edition_act($1::uuid, $2, $3, $4, $5, $6)", organisation, what, now, now - Window, most, rule));
        }

        try
        {
            return await act();
        }
        catch (ConstraintViolatedException e) when (e.ConstraintName == rule)
        {
            return rule == DraftsRule ? TooManyDrafts(most) : TooManyPublications(most);
        }
    }

    private static Problem TooManyDrafts(int most) => TooMany(
        "too-many-edition-drafts",
        $"版の案は、一つの組織で24時間に{most}件まで作れます。作成済みの案を書き換えるか、明日以降にもう一度操作してください。",
        $"An organisation begins at most {most} drafts of editions in 24 hours. Change one that is there, or try again tomorrow.");

    private static Problem TooManyPublications(int most) => TooMany(
        "too-many-editions-published",
        $"版の公表と改訂は、一つの組織で24時間に合わせて{most}件までです。明日以降にもう一度操作してください。",
        $"An organisation publishes and corrects at most {most} editions in 24 hours. Try again tomorrow.");

    private static Problem TooMany(string code, FormattableString ja, FormattableString en) => new(
        StatusCodes.Status429TooManyRequests, code, new Message(ja.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture)));
}
