using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Every word of the ministry's officer, and what the two sides tell each other without one.</summary>
internal sealed class AuthorityActsModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services
            .AddScoped<Openings>()
            .AddScoped<ActWriter>()
            .AddScoped<ActRequests>()
            .AddScoped<OutsideEvidence>()
            .AddScoped<Deciding>()
            .AddScoped<DraftReader>()
            .AddScoped<TargetReader>()
            .AddSingleton<IInboxReckoner, NeedReckoner>()
            .AddQueuedJob<TellOfIncident>(TellOfIncident.Name)
            .AddSingleton<IMailTemplates, IncidentTemplates>()
            .AddScoped<ActReader>()
            .AddScoped<ActStories>()
            .AddScoped<ActSummaries>()
            .AddScoped<ActPowers>()
            .AddScoped<ActPages>()
            .AddScoped<ActAttachments>()
            .AddScoped<ActMails>()
            .AddScoped<CommunicationMails>()
            .AddScoped<CommunicationRequests>()
            .AddScoped<CommunicationReader>()
            .AddScoped<CommunicationPages>();
        foreach (var part in ActInbox.Sources)
        {
            services.AddSingleton(part);
        }
    }

    public void Register(Nouns store)
    {
        store.Migrate("acts", typeof(AuthorityActsModule).Assembly, "AuthorityActs/");
        MapEvents(store);
        FoldActs(store);
        FoldDrafts(store);
        FoldCommunications(store);
    }

    private static void MapEvents(Nouns store) =>
        store
            .MapEvent<AuthorityActRequested>("authority_act_requested")
            .MapEvent<AuthorityActRequestChanged>("authority_act_request_changed")
            .MapEvent<AuthorityActInquired>("authority_act_inquired")
            .MapEvent<AuthorityActAnswered>("authority_act_answered")
            .MapEvent<AuthorityActGranted>("authority_act_granted")
            .MapEvent<AuthorityActDeclined>("authority_act_declined")
            .MapEvent<AuthorityActWithdrawn>("authority_act_withdrawn")
            .MapEvent<AuthorityActCancelled>("authority_act_cancelled")
            .MapEvent<AuthorityActRecordedFromOutside>("authority_act_recorded_from_outside")
            .MapEvent<AuthorityActRecordConfirmed>("authority_act_record_confirmed")
            .MapEvent<AuthorityActRecordObjected>("authority_act_record_objected")
            .MapEvent<AuthorityActCorrected>("authority_act_corrected")
            .MapEvent<AuthorityActAssessed>("authority_act_assessed")
            .MapEvent<AuthorityActStarted>("authority_act_started")
            .MapEvent<AuthorityActTargetChanged>("authority_act_target_changed")
            .MapEvent<AuthorityActUsed>("authority_act_used")
            .MapEvent<AuthorityActConditionKept>("authority_act_condition_kept")
            .MapEvent<AuthorityActDelivered>("authority_act_delivered")
            .MapEvent<DecisionDrafted>("decision_drafted")
            .MapEvent<DecisionDraftConfirmed>("decision_draft_confirmed")
            .MapEvent<DecisionDraftDiscarded>("decision_draft_discarded")
            .MapEvent<CommunicationRecorded>("communication_recorded")
            .MapEvent<CommunicationConfirmed>("communication_confirmed")
            .MapEvent<CommunicationObjected>("communication_objected")
            .MapEvent<CommunicationDelivered>("communication_delivered")
            .MapEvent<CommunicationCorrected>("communication_corrected");

    private static void FoldActs(Nouns store) =>
        store.Fold<AuthorityAct, IAuthorityActEvent>("authority_act", AuthorityAct.Initial, AuthorityActFold.Evolve, version: 2)
            .Promote("contract_id", "uuid", a => a.ContractId, index: true)
            .Promote("subject", "text", a => a.Subject)
            .Promote("kind", "text", a => a.Kind)
            .Promote("state", "text", a => a.State, index: true)
            .Promote("wording", "text", a => a.Wording)
            .Promote("title", "text", a => a.Content.Title)
            .Promote("starts_on", "date", a => a.Content.StartedOn ?? a.Content.StartsOn)
            .Promote("holds_until", "date", a => a.HoldsUntil)
            .Promote("target_kind", "text", a => a.Content.Target?.Kind)
            .Promote("target_id", "uuid", a => a.Content.Target?.Id, index: true)
            .Promote("target_version", "integer", a => a.Content.Target?.Version)
            .Promote("target_changed", "boolean", a => a.TargetVersionNow > a.Content.Target?.Version)
            .Promote("act_at", "timestamptz", a => a.Decision?.ActAt.UtcDateTime)
            .Promote("recorded_by", "text", a => a.Decision is null ? null : a.Decision.Record is null ? Side.OFFICER : Side.CONTRACTOR)
            .Promote("confirmed", "boolean", a => a.DecidedBy is { } record ? record.Status == RecordStatus.CONFIRMED : null)
            .Promote("unconfirmed", "boolean", a => a.Unconfirmed is not null)
            .Promote("waiting_version", "bigint", a => (long)a.WaitingVersion)
            .Promote("decided_version", "bigint", a => (long)a.DecidedVersion)
            .Promote("objected_version", "bigint", a => (long)a.ObjectedVersion)
            .Promote("corrected_for", "text", a => a.CorrectedFor)
            .Promote("corrected_version", "bigint", a => (long)a.CorrectedVersion);

    private static void FoldDrafts(Nouns store) =>
        store.Fold<DecisionDraft, IDecisionDraftEvent>("decision_draft", DecisionDraft.Initial, DecisionDraft.Evolve)
            .Promote("contract_id", "uuid", d => d.ContractId, index: true)
            .Promote("act_id", "uuid", d => d.ActId)
            .Promote("open", "boolean", d => d.Open is not null, index: true);

    private static void FoldCommunications(Nouns store) =>
        store.Fold<Communication, ICommunicationEvent>("communication", Communication.Initial, CommunicationDecider.Evolve)
            .Promote("contract_id", "uuid", c => c.Said?.ContractId, index: true)
            .Promote("thread_id", "uuid", c => c.Said?.ThreadId, index: true)
            .Promote("kind", "text", c => c.Said?.Kind)
            .Promote("subject", "text", c => c.Said?.Subject)
            .Promote("wording", "text", c => c.Said?.Wording)
            .Promote("title", "text", c => c.Said is { } said ? FirstLine(said.Text) : null)
            .Promote("act_at", "timestamptz", c => c.Said?.ActAt.UtcDateTime)
            .Promote("recorded_by", "text", c => c.Said?.RecordedBy)
            .Promote("came_from", "text", c => c.Said?.Direction == Direction.BOTH ? null : c.From)
            .Promote("status", "text", c => c.Status)
            .Promote("urgent", "boolean", c => c.Said?.Urgent)
            .Promote("designated_on", "date", c => c.Said?.DesignatedOn)
            .Promote("corrected_version", "bigint", c => (long)c.CorrectedVersion);

    // What stands in a list: the beginning of the text.
    internal static string FirstLine(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        return line.Length <= 80 ? line : string.Concat(line.EnumerateRunes().Take(79).Select(r => r.ToString())) + "…";
    }
}
