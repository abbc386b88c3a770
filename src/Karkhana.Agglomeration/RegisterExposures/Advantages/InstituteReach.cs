using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>JA06 and JA07: institutes within reach. What is near can be cooperated with; whether it is, ties and survey
/// say.</summary>
internal static class InstituteReach
{
    private static readonly (string Advantage, string Name, InstitutionKind[] Kinds)[] Wanted =
    [
        ("JA06", "laboratories, training centres and universities",
            [InstitutionKind.TestingLaboratory, InstitutionKind.TrainingCentre, InstitutionKind.University]),
        ("JA07", "universities and associations", [InstitutionKind.University, InstitutionKind.Association]),
    ];

    public static IEnumerable<IndicatorRule> Rules(InstitutionAccessResult? access, RegisterExposureOptions options)
    {
        foreach ((string advantage, string name, InstitutionKind[] kinds) in Wanted)
        {
            InstitutionReach[] found = [.. kinds.Select(kind => access?.Find(kind)).OfType<InstitutionReach>()];
            if (found.Length > 0)
            {
                yield return new IndicatorRule(
                    advantage, FormattableString.Invariant($"{name} within {options.InstitutionKilometres} km"), "institutions",
                    here => Total(found, here.Index));
            }
        }
    }

    private static int Total(InstitutionReach[] kinds, int index)
    {
        int total = 0;
        foreach (InstitutionReach kind in kinds)
        {
            total += kind.Within[index];
        }

        return total;
    }
}
