using System.Text.Json.Serialization;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.Contracts;

/// <summary>The six questions, in the order in which they are asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Question>))]
public enum Question
{
    SUBCONTRACTING,
    BRINGS_DEVICES,
    COPIES_OUTSIDE,
    CLOUD,
    SYSTEM_OR_SITE,
    APPLICATION_OR_CONTENT,
}

/// <summary>What a question is about.</summary>
/// <param name="Numbers">The requirements' numbers in the edition, from the lowest; empty where it has none of that kind.</param>
public sealed record QuestionNumbers(Question Question, IReadOnlyList<int> Numbers);

/// <summary>Which requirements of an edition each question decides about.</summary>
public static class Questions
{
    private static readonly (Question Question, Subject[] Subjects)[] About =
    [
        (Question.SUBCONTRACTING, [Subject.SUBCONTRACTING]),
        (Question.BRINGS_DEVICES, [Subject.DEVICES_BROUGHT_IN]),
        (Question.COPIES_OUTSIDE, [Subject.COPIES_OUTSIDE]),
        (Question.CLOUD, [Subject.CLOUD_ON_STANDARD_TERMS, Subject.CLOUD_FOR_CONFIDENTIAL, Subject.CLOUD_USE_APPROVAL, Subject.EXTERNAL_SERVICES]),
        (Question.SYSTEM_OR_SITE,
            [Subject.INFORMATION_SYSTEM, Subject.WEBSITE_PLATFORM, Subject.WEBSITE_ENCRYPTION, Subject.PUBLIC_SYSTEM_DOMAIN, Subject.WEBSITE_APPLICATION_AND_CONTENT]),
        (Question.APPLICATION_OR_CONTENT, [Subject.APPLICATION_AND_CONTENT, Subject.WEBSITE_APPLICATION_AND_CONTENT, Subject.WEB_APPLICATION]),
    ];

    /// <summary>All six with the edition's own numbers.</summary>
    public static IReadOnlyList<QuestionNumbers> Of(AnnexEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var numbers = Subjects.Of(edition);
        return [.. About.Select(one => new QuestionNumbers(
            one.Question, [.. one.Subjects.Where(numbers.ContainsKey).Select(subject => numbers[subject]).Order()]))];
    }
}
