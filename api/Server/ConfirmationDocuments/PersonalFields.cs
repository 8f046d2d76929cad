using SecurityTracker.Domain;
using SecurityTracker.Domain.ConfirmationDocuments;
using static SecurityTracker.Domain.Role;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// Who needs which personal field of a roster: the one table. A role that is not named sees 「（非表示）」 where something is filled in, in
/// every answer and every file. That the contract is the reader's at all is <see cref="Access.Visible"/>'s matter.
/// </summary>
internal static class PersonalFields
{
    private static readonly Role[] Readers = [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR];
    private static readonly Role[] InCharge = [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD];

    private static readonly Dictionary<PersonField, Role[]> Table = new()
    {
        [PersonField.NAME] = Readers,
        [PersonField.AFFILIATION] = Readers,
        [PersonField.POSITION] = Readers,
        [PersonField.EXPERTISE] = Readers,
        [PersonField.ACHIEVEMENTS] = Readers,
        [PersonField.NATIONALITY] = InCharge,
        [PersonField.ADDRESS] = InCharge,
        [PersonField.BIRTH_DATE] = InCharge,
    };

    /// <summary>Whether an actor who may see the contract needs the field.</summary>
    public static bool MaySee(PersonField field, Actor actor) =>
        actor.Kind == ActorKind.SYSTEM || (actor.Role is { } role && Table[field].Contains(role));

    /// <summary>Whether nothing is withheld from the actor: only then are kept files given out as they are.</summary>
    public static bool MaySeeAll(Actor actor) => RosterPerson.Fields.All(field => MaySee(field, actor));
}
