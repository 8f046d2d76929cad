using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Parts;

/// <summary>The parts of 再委託先: their rows of a contract, theirs alone beside the contractor's and the ministry's.</summary>
internal sealed class PartsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<PartReader>();

    public void Register(Nouns store) => store
        .MapEvent<PartOpened>("part_opened")
        .MapEvent<PartScopeChanged>("part_scope_changed")
        .MapEvent<PartRenumbered>("part_renumbered")
        .MapEvent<PartRowEntered>("part_row_entered")
        .MapEvent<PartClosed>("part_closed")
        .Fold<Part, IPartEvent>("part", Part.Initial, PartDecider.Evolve)
        .Promote("contract_id", "uuid", p => p.ContractId, index: true)
        .Promote("subcontractor_id", "uuid", p => p.SubcontractorId)
        .Promote("organisation_id", "uuid", p => p.OrganisationId, index: true);
}
