using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Obligations;

/// <summary>The record of each requirement of each contract.</summary>
internal sealed class ObligationsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton(AssigneeLeftInbox.Source)
        .AddScoped<ObligationReader>()
        .AddScoped<ObligationWriter>();

    public void Register(Nouns store) => store
        .MapEvent<ObligationOpened>("obligation_opened")
        .MapEvent<ObligationMovedToEdition>("obligation_moved_to_edition")
        .MapEvent<ObligationSetAside>("obligation_set_aside")
        .MapEvent<ObligationStatusSet>("obligation_status_set")
        .MapEvent<ObligationStatementStatusSet>("obligation_statement_status_set")
        .MapEvent<ComplianceMethodSet>("compliance_method_set")
        .MapEvent<ObligationStatusOverridden>("obligation_status_overridden")
        .MapEvent<ObligationAssigned>("obligation_assigned")
        .MapEvent<ObligationOverrideLifted>("obligation_override_lifted")
        .MapEvent<ObligationStatusWithdrawn>("obligation_status_withdrawn")
        .MapEvent<ObligationStatementStatusWithdrawn>("obligation_statement_status_withdrawn")
        .MapEvent<ObligationRecordKept>("obligation_record_kept")
        .MapEvent<ObligationRecordReaffirmed>("obligation_record_reaffirmed")
        .Fold<Obligation, IObligationEvent>("obligation", Obligation.Initial, ObligationDecider.Evolve, version: 4)
        .Promote("contract_id", "uuid", o => o.ContractId, index: true)
        .Promote("number", "integer", o => o.Number)
        .Promote("in_force", "boolean", o => o.InForce)
        .Promote("reported", "boolean", o => o.Reported)
        .Promote("status", "text", o => o.Status)
        .Promote("reason_missing", "boolean", o => o.ReasonMissing)
        .Promote("look_wanted", "boolean", o => o.LookWanted)
        .Promote("assignee_ids", "uuid[]", o => o.Assignees.ToArray(), index: true);
}
