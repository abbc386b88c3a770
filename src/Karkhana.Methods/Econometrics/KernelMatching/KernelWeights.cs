namespace Karkhana.Methods.Econometrics;

/// <summary>Weights of controls by their distance from treated units.</summary>
/// <remarks>Controls in order of their score, so that only those within reach are visited. Cost: n log n and the pairs within
/// the bandwidth (nine bandwidths for the normal kernel).</remarks>
internal sealed class KernelWeights(MatchingKernel kernel, double bandwidth)
{
    private const double NormalReach = 9;

    /// <summary>Gives the weight of each unit: its count for treated units with a control in reach, 0 for those without, and for a
    /// control the sum of its shares of the treated.</summary>
    /// <param name="scores">The score of each unit.</param>
    /// <param name="design">Which are treated.</param>
    /// <param name="counts">How often each unit comes.</param>
    public double[] Of(double[] scores, TreatmentDesign design, ReadOnlySpan<int> counts)
    {
        double[] weights = new double[design.Units];
        int[] controls = [.. design.Controls.OrderBy(unit => scores[unit])];
        double[] sorted = [.. controls.Select(unit => scores[unit])];
        double[] near = new double[controls.Length];
        double reach = bandwidth * (kernel == MatchingKernel.Normal ? NormalReach : 1);
        foreach (int unit in design.Treated)
        {
            if (counts[unit] == 0)
            {
                continue;
            }

            int first = LowerBound(sorted, scores[unit] - reach);
            int end = LowerBound(sorted, scores[unit] + reach);
            while (end < sorted.Length && sorted[end] <= scores[unit] + reach)
            {
                end++;
            }

            double sum = 0;
            for (int place = first; place < end; place++)
            {
                near[place] = counts[controls[place]] * Height((sorted[place] - scores[unit]) / bandwidth);
                sum += near[place];
            }

            for (int place = first; place < end && sum > 0; place++)
            {
                weights[controls[place]] += counts[unit] * near[place] / sum;
            }

            weights[unit] = sum > 0 ? counts[unit] : 0;
        }

        return weights;
    }

    private static int LowerBound(double[] sorted, double value)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private double Height(double u)
    {
        double rest = Math.Max(0, 1 - (u * u));
        double cubed = Math.Max(0, 1 - (Math.Abs(u) * u * u));
        return kernel switch
        {
            MatchingKernel.Normal => Math.Exp(-u * u / 2),
            MatchingKernel.Uniform => Math.Abs(u) <= 1 ? 1 : 0,
            MatchingKernel.Biweight => rest * rest,
            MatchingKernel.Tricube => cubed * cubed * cubed,
            _ => rest,
        };
    }
}
