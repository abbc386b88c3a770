using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE06: accessibility to laboratories, training centres, industrial estates and banks, and the distance to the
/// nearest of each.</summary>
internal static class SharedInfrastructure
{
    private static readonly InstitutionKind[] Kinds =
    [
        InstitutionKind.TestingLaboratory, InstitutionKind.TrainingCentre, InstitutionKind.IndustrialEstate, InstitutionKind.Bank,
    ];

    public static IEnumerable<IndicatorRule> Rules(InstitutionAccessResult? access, RegisterExposureOptions options)
    {
        InstitutionReach[] kinds = [.. Kinds.Select(kind => access?.Find(kind)).OfType<InstitutionReach>()];
        if (kinds.Length == 0)
        {
            yield break;
        }

        yield return new IndicatorRule(
            "EE06",
            FormattableString.Invariant($"accessibility of shared infrastructure, decaying with {options.InstitutionDecayKilometres} km"),
            "institutions",
            here => Sums.Sum([.. kinds.Select(kind => kind.Gravity[here.Index])]));
        yield return new IndicatorRule(
            "EE06", "mean over kinds of the distance to the nearest", "km",
            here => Sums.Mean([.. kinds.Select(kind => kind.Nearest[here.Index])]))
        {
            LessIsMore = true,
            DependsOnDistance = false,
        };
    }
}
