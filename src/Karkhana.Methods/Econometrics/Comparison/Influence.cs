using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Standard errors from what each unit contributes to an estimate.</summary>
internal static class Influence
{
    private const double FewEffective = 30;

    /// <summary>Gives √(G/(G − 1) Σ_g (Σ_{i in g} ψ_i)²); without groups every unit is its own.</summary>
    public static double StandardError(double[] contributions, ClusterGroups? groups)
    {
        double[] sums = contributions;
        if (groups is not null)
        {
            sums = new double[groups.Count];
            for (int unit = 0; unit < contributions.Length; unit++)
            {
                sums[groups.ByRow[unit]] += contributions[unit];
            }
        }

        return Math.Sqrt(Sums.Dot(sums, sums) * sums.Length / (sums.Length - 1.0));
    }

    /// <summary>Gives (Σw)²/Σw² of some units.</summary>
    public static double EffectiveSize(double[] weights, int[] units)
    {
        double[] chosen = [.. units.Select(unit => weights[unit])];
        double sum = Sums.Sum(chosen);
        return sum * sum / Sums.Dot(chosen, chosen);
    }

    /// <summary>Gives the warning on few effective controls.</summary>
    public static IEnumerable<Note> EffectiveSizeNotes(double size)
    {
        if (!(size >= FewEffective))
        {
            yield return new Note("few-effective-controls", Severity.Warning, FormattableString.Invariant(
                $"The weights leave {size:0.0} effective untreated units, fewer than {FewEffective}: the estimate rests on few of them."));
        }
    }
}
