namespace Karkhana.Methods.Econometrics;

/// <summary>A least-squares fit of what fixed effects leave of outcome and terms.</summary>
/// <param name="Fit">The fit; its residuals are those of the full model.</param>
/// <param name="WithinSquares">The weighted squares that the effects leave of the outcome.</param>
/// <param name="Aliased">Which terms of the design were left out.</param>
/// <param name="Solutions">What was taken out of the outcome and then of every term.</param>
internal sealed record AbsorbedFit(
    LeastSquaresFit Fit, double WithinSquares, bool[] Aliased, FixedEffectSolution[] Solutions)
{
    public bool Converged => Array.TrueForAll(Solutions, solution => solution.Converged);

    public int Steps => Solutions.Length == 0 ? 0 : Solutions.Max(solution => solution.Steps);

    /// <summary>Gives the effects of every group in every set; the first group of every set but the first is 0.</summary>
    public AbsorbedEffects[] Effects(IReadOnlyList<Grouping> absorb, FixedEffectSets sets)
    {
        double[][] effects = Effects(sets);
        return
        [
            .. absorb.Select((set, place) => new AbsorbedEffects(
                set.Name, [.. sets.Levels[place].Select(level => set.Labels[level])], effects[place])),
        ];
    }

    private double[][] Effects(FixedEffectSets sets)
    {
        double[] largest = Combine(solution => solution.Largest);
        double[] others = Combine(solution => solution.Others);
        double[][] effects = new double[sets.Count][];
        int taken = 0;
        for (int set = 0; set < effects.Length; set++)
        {
            int count = sets.Levels[set].Length;
            effects[set] = set == sets.Largest ? largest : others[taken..(taken + count)];
            taken += set == sets.Largest ? 0 : count;
        }

        foreach (double[] later in effects.Skip(1))
        {
            double first = later[0];
            for (int level = 0; level < later.Length; level++)
            {
                later[level] -= first;
            }

            for (int level = 0; level < effects[0].Length; level++)
            {
                effects[0][level] += first;
            }
        }

        return effects;
    }

    // The effects of y − Xb are those of y less those of every term times its coefficient.
    private double[] Combine(Func<FixedEffectSolution, double[]> part)
    {
        double[] effects = [.. part(Solutions[0])];
        int estimate = 0;
        for (int term = 0; term < Aliased.Length; term++)
        {
            if (Aliased[term])
            {
                continue;
            }

            double[] own = part(Solutions[term + 1]);
            for (int level = 0; level < effects.Length; level++)
            {
                effects[level] -= Fit.Estimates[estimate] * own[level];
            }

            estimate++;
        }

        return effects;
    }
}
