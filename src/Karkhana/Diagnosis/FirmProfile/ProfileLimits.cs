using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>What the page cannot tell.</summary>
internal static class ProfileLimits
{
    public static Section Compose(ProfilePage page)
    {
        int[] items = [.. page.Group.Survey.ItemsOf(Constructs.Capability)];
        int answered = items.Count(item => !double.IsNaN(page.Group.Survey.Answers[item][page.Respondent(page.Firm)]));
        List<Sentence> sentences =
        [
            Sentence.Of("profile.answered", ("answered", answered), ("asked", items.Length)),
            Sentence.Of("profile.why"),
            Sentence.Of("profile.rank"),
        ];
        if (page.Group.Ladders is { LevelsAreReproducible: false } ladders)
        {
            sentences.Add(Sentence.Of(
                "profile.levels_hidden", ("reproducibility", ladders.Reproducibility), ("least", CapabilityProfile.LeastReproducibility)));
        }

        sentences.Add(Sentence.Of("profile.others", ("least", SmallCells.LeastFirms), ("quartiles", ClusterBand.LeastForQuartiles)));
        return new Section("profile_limits", [new ListBlock(sentences)]);
    }
}
