namespace SecurityTracker.Domain.Catalogue;

/// <summary>What can be done with an edition.</summary>
public interface IEditionCommand;

/// <summary>Publish a new edition.</summary>
public sealed record PublishEdition(AnnexEdition Edition) : IEditionCommand;

/// <summary>Correct a published edition as its next revision.</summary>
public sealed record ReviseEdition(AnnexEdition Edition, string Reason) : IEditionCommand;

/// <summary>What can be done with a draft edition.</summary>
public interface IEditionDraftCommand;

/// <summary>Start a draft from what an import has read.</summary>
public sealed record StartEditionDraft(AnnexEdition Edition, string? FileName) : IEditionDraftCommand;

/// <summary>Replace the draft's text.</summary>
public sealed record AmendEditionDraft(AnnexEdition Edition) : IEditionDraftCommand;

/// <summary>Publish the draft; the same transaction publishes the edition itself.</summary>
public sealed record PublishEditionDraft : IEditionDraftCommand;
