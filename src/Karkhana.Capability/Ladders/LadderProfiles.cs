using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The same firms on every ladder of a catalogue.</summary>
public static class LadderProfiles
{
    /// <summary>The id of the ladder that the others are mapped to.</summary>
    public const string ReferenceId = "lall";

    /// <summary>Climbs all ladders and maps each to the capability matrix.</summary>
    /// <remarks>
    /// Each ladder by <see cref="CapabilityProfile"/>, each against the ladder <c>lall</c> of the catalogue, or that of the
    /// codebook where the catalogue has none, by <see cref="LadderComparison"/>. Ladders that share items go together by
    /// construction. Cost: ladders × firms × functions². Source: those of the ladders; framework 2.1.2 and 8, row 22.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="catalogue">The ladders.</param>
    /// <param name="options">Share and score to pass.</param>
    /// <returns>The profiles, or null when the survey has no item of any ladder.</returns>
    public static LadderProfilesResult? Estimate(Survey survey, LadderCatalogue catalogue, CapabilityLadderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(catalogue);
        CapabilityProfileResult[] profiles = [.. catalogue.Ladders
            .Select(ladder => CapabilityProfile.Estimate(survey, ladder, options)).OfType<CapabilityProfileResult>()];
        if (profiles.Length == 0)
        {
            return null;
        }

        CapabilityProfileResult? reference = profiles.FirstOrDefault(profile => profile.Id == ReferenceId) ?? CapabilityProfile.Estimate(survey, options);
        return new LadderProfilesResult(profiles, reference, [.. profiles.Select(profile => Compare(reference, profile))]);
    }

    private static LadderComparisonResult? Compare(CapabilityProfileResult? reference, CapabilityProfileResult profile) =>
        reference is null || ReferenceEquals(reference, profile)
            || !reference.Ladders.Select(ladder => ladder.Firm).Intersect(profile.Ladders.Select(ladder => ladder.Firm)).Any()
            ? null
            : LadderComparison.Estimate(reference, profile);
}
