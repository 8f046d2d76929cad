namespace SecurityTracker.Domain.Files;

/// <summary>What happens to a file.</summary>
public interface IStoredFileEvent : IEvent;

/// <summary>A file was kept. Its name is the business record and stays; the screens ask not to name individuals in it.</summary>
/// <param name="PartId">The subcontractor's part it was put to, or null where it is the contract's.</param>
/// <param name="OrganisationId">The side it comes from.</param>
public sealed record FileKept(Guid ContractId, Guid? PartId, Guid OrganisationId, FileRef File, string MediaType) : IStoredFileEvent;

/// <summary>The bytes were erased; name and hash stay.</summary>
public sealed record FileErased(string Reason) : IStoredFileEvent;

/// <summary>A file as its events tell it; its bytes stand elsewhere.</summary>
public sealed record StoredFile(Guid ContractId, Guid? PartId, Guid OrganisationId, FileRef File, string MediaType, string? ErasedBecause)
{
    /// <summary>Before it is kept.</summary>
    public static StoredFile Initial { get; } = new(default, PartId: null, default, new FileRef(default, "", "", 0), "", ErasedBecause: null);
}

/// <summary>What is asked of a file.</summary>
public interface IStoredFileCommand;

/// <summary>Keep a new file.</summary>
public sealed record KeepFile(FileKept Kept) : IStoredFileCommand;

/// <summary>Erase its bytes.</summary>
/// <param name="By">The organisation that asks.</param>
/// <param name="RetainedUntil">The last day on which it is kept because the record refers to it, or null where nothing does.</param>
public sealed record EraseFile(string Reason, Guid? By, DateOnly? RetainedUntil) : IStoredFileCommand;

/// <summary>The rules of files.</summary>
public static class StoredFileDecider
{
    /// <summary>既定値: how long after a contract's end a file is kept that its record refers to.</summary>
    public const int YearsOfRetention = 5;

    /// <summary>The last day on which a contract's evidence is kept.</summary>
    public static DateOnly RetainedUntil(DateOnly contractEnd) => contractEnd.Year > DateOnly.MaxValue.Year - YearsOfRetention ? DateOnly.MaxValue : contractEnd.AddYears(YearsOfRetention);

    /// <summary>Events or a refusal; a refused command changes nothing.</summary>
    public static Decision Decide(IStoredFileCommand command, StoredFile state, Moment moment) => (command, state) switch
    {
        (KeepFile { Kept: { File: { Bytes: 0 } } }, _) => Decision.Refuse(FileRefusals.Empty),
        (KeepFile keep, _) => Decision.Accept(keep.Kept),
        (EraseFile erase, _) => (MayErase(erase.By, erase.RetainedUntil, moment.Today, state) ?? Texts.Paragraphs(erase.Reason, "/reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new FileErased(erase.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>Why a file cannot be erased, or null.</summary>
    public static Refusal? MayErase(Guid? by, DateOnly? retainedUntil, DateOnly today, StoredFile state) =>
        state.ErasedBecause is not null ? FileRefusals.Erased
        : by != state.OrganisationId ? FileRefusals.OtherSide
        : retainedUntil >= today ? FileRefusals.InUse
        : null;

    /// <summary>Folds.</summary>
    public static StoredFile Evolve(StoredFile state, IStoredFileEvent e) => e switch
    {
        FileKept kept => new(kept.ContractId, kept.PartId, kept.OrganisationId, kept.File, kept.MediaType, ErasedBecause: null),
        FileErased erased => state with { ErasedBecause = erased.Reason },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };
}
