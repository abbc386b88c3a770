namespace Karkhana.Methods.Experiments;

/// <summary>ln Σ exp(x), for terms far below the smallest number.</summary>
internal static class LogSum
{
    public static double Of(ReadOnlySpan<double> terms)
    {
        double greatest = double.NegativeInfinity;
        foreach (double term in terms)
        {
            greatest = Math.Max(greatest, term);
        }

        if (double.IsNegativeInfinity(greatest))
        {
            return greatest;
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += Math.Exp(term - greatest);
        }

        return greatest + Math.Log(sum);
    }
}
