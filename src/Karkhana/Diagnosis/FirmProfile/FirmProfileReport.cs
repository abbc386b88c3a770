using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Reporting;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>One page for the owner of a surveyed firm: what the firm can do beside the cluster, its next rungs, how it learns, and
/// what cannot be told.</summary>
/// <remarks>
/// Of other firms the page holds means of at least five and quartiles of at least twenty, to two decimals: no id, no name, no least or greatest
/// value. The claims gate has nothing to hold back, for the page says nothing of why.
/// </remarks>
public static class FirmProfileReport
{
    /// <summary>Composes the page.</summary>
    /// <param name="group">The trade of the firm.</param>
    /// <param name="firm">The position of the firm in the register.</param>
    /// <param name="texts">The texts, in the language of the page.</param>
    /// <returns>The page, before any decision on how it looks.</returns>
    /// <exception cref="ArgumentException">The firm is not among those who answered.</exception>
    public static Report Compose(ProfiledGroup group, int firm, TextCatalogue texts)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(texts);
        Require.That(group.Survey.Firms.Contains(firm), nameof(firm), "must be a firm of the group that answered; it was not");
        ProfilePage page = new(group, firm, texts);
        Section[] sections =
        [
            ProfileFunctions.Compose(page),
            ProfileScores.Compose(page),
            ProfileRungs.Compose(page),
            ProfileMechanisms.Compose(page),
            ProfileLimits.Compose(page),
        ];
        return new Report(
            texts.Say(Sentence.Of("profile.title", ("firm", page.Id))),
            group.Study.IsSynthetic,
            [.. sections.Where(section => section.Blocks.Count > 0)],
            [
                new("Karkhana", Provenance.LibraryVersion),
                new("study", group.Study.Settings.Name),
                new("firm", page.Id),
                new("seed", FormattableString.Invariant($"{group.Seed}")),
            ])
        {
            IsBrief = true,
        };
    }
}
