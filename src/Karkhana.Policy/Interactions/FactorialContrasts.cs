namespace Karkhana.Policy;

/// <summary>The contrasts of a two-level factorial design, run by run (Yates 1937).</summary>
internal static class FactorialContrasts
{
    // Of the greatest outcome in a run: sums of some thousand firms differ by less from how they were added up, and no gain is that small.
    private const double Rounding = 1e-12;

    /// <summary>Computes the contrasts in place.</summary>
    /// <remarks>
    /// Factor after factor, each two sets that differ in it become their mean and their difference. Contrast T, the positions of its factors being bits, ends as the mean,
    /// over the sets of the other factors, of the differences in turn along the factors of T. Where a factor changes nothing the two sets are the same bits, and so all contrasts
    /// with it are exactly 0. So are those that are a trillionth of the greatest outcome of their run or less, for gains that add up leave a remainder of rounding,
    /// 0.3 − 0.2 − 0.1 ≠ 0, which an interval without width would tell from 0. Cost: factors × sets × runs.
    /// </remarks>
    /// <param name="bySet">An outcome by set, the factors in it being bits, and run; holds contrasts afterwards.</param>
    public static void Of(double[][] bySet)
    {
        double[] greatest = [.. Enumerable.Range(0, bySet[0].Length).Select(run => bySet.Max(outcomes => Math.Abs(outcomes[run])))];
        for (int factor = 1; factor < bySet.Length; factor <<= 1)
        {
            for (int set = 0; set < bySet.Length; set++)
            {
                if ((set & factor) == 0)
                {
                    Turn(bySet[set], bySet[set | factor]);
                }
            }
        }

        foreach (double[] contrast in bySet)
        {
            for (int run = 0; run < contrast.Length; run++)
            {
                contrast[run] = Math.Abs(contrast[run]) <= Rounding * greatest[run] ? 0 : contrast[run];
            }
        }
    }

    private static void Turn(double[] without, double[] with)
    {
        for (int run = 0; run < without.Length; run++)
        {
            (without[run], with[run]) = ((without[run] + with[run]) / 2, with[run] - without[run]);
        }
    }
}
