using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Files;

/// <summary>Files that people add: kept once, referred to by events, erasable with their hash remaining.</summary>
internal sealed class FilesModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<KeptFiles>()
        .AddScoped<FileShown>();

    public void Register(Nouns store)
    {
        store
            .Migrate("files", typeof(FilesModule).Assembly, "Files/")
            .MapEvent<FileKept>("file_kept")
            .MapEvent<FileErased>("file_erased");
        store.Fold<StoredFile, IStoredFileEvent>("file", StoredFile.Initial, StoredFileDecider.Evolve)
            .Promote("contract_id", "uuid", file => file.ContractId, index: true)
            .Promote("part_id", "uuid", file => file.PartId)
            .Promote("organisation_id", "uuid", file => file.OrganisationId);
    }
}
