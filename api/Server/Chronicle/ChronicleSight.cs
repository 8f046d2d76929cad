using System.Globalization;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Chronicle;

/// <summary>
/// What an actor sees of a contract's 経緯, as SQL over <c>stream_scopes s</c> and <c>mt_events e</c>. A stream of a noun that nobody named
/// here is nobody's to see.
/// </summary>
internal static class ChronicleSight
{
    private const string OfBoth = "'contract', 'obligation', 'part', 'authority_act', 'communication', 'prior_report'";

    /// <summary>The report of a <c>report_review</c>: whichever event begins the stream names it.</summary>
    public const string ReportOfReview = "(SELECT (x.data ->> 'reportId')::uuid FROM mt_events x WHERE x.stream_id = s.id AND x.version = 1)";

    /// <summary>What of a report that was handed in the ministry sees; everything else in its stream is of its draft.</summary>
    public static bool IsOfDraft(Type e) =>
        !e.IsAssignableTo(typeof(ISubmissionEvent))
        && e != typeof(ReportFinalised) && e != typeof(ReportSubmitted) && e != typeof(ReportSubmissionWithdrawn) && e != typeof(ReportReplaced) && e != typeof(ReportDisposed);

    /// <summary>The predicate.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="nouns">The names of the events.</param>
    /// <param name="parameters">The query's parameters so far; its own are added behind them.</param>
    public static string Of(Actor actor, Nouns nouns, IList<NpgsqlParameter> parameters)
    {
        string Add<T>(T value)
        {
            parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
        }

        string Names(IEnumerable<Type> events) => Add<string[]>([.. events.Select(nouns.NameOf)]);
        var files = $"(s.noun = 'file' AND EXISTS (SELECT FROM mt_doc_file d WHERE d.id = s.id AND {KeptFiles.InSight(actor, parameters)}))";
        return actor switch
        {
            { Role: Role.CONTRACTOR_STAFF } =>
                $"({files} OR (s.noun = 'obligation' AND EXISTS (SELECT FROM mt_doc_obligation d WHERE d.id = s.id AND {Visible.Obligations(actor, parameters)})))",
            _ when Visible.SeesUnsent(actor) => $"({files} OR s.noun IN ({OfBoth}, 'report', 'confirmation_document'))",
            { Side: Side.OFFICER } => $"""
                ({files} OR s.noun IN ({OfBoth}, 'decision_draft')
                 OR (s.noun = 'confirmation_document' AND e.type = ANY ({Names(DocumentReader.Presented)}))
                 OR (s.noun = 'report' AND e.type = ANY ({Names(nouns.EventsOf("report").Where(type => !IsOfDraft(type)))}) AND EXISTS (SELECT FROM mt_doc_report r WHERE r.id = s.id AND {Visible.Reports(actor, "r")}))
                 OR (s.noun = 'report_review' AND EXISTS (SELECT FROM mt_doc_report r WHERE r.id = {ReportOfReview} AND {Visible.Reports(actor, "r")})))
                """,
            _ => "false",
        };
    }
}
