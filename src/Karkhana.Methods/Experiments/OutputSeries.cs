using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Outputs of one simulation run in the order of time.</summary>
/// <param name="Values">The outputs, all finite.</param>
public sealed record OutputSeries(IReadOnlyList<double> Values)
{
    // Squares of deviations must neither overflow nor vanish.
    private const double Most = 1e100;

    /// <summary>Reads the input <c>series</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The series.</returns>
    public static OutputSeries Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new OutputSeries(request.Table("series").CompleteNumbers("value"));
    }

    /// <summary>Gives the values and refuses a series that is too short, or a value that is missing or beyond 1e100.</summary>
    internal double[] Checked(int least)
    {
        Require.That(
            Values.Count >= least, "series", FormattableString.Invariant($"must hold at least {least} values; it held {Values.Count}"));
        for (int i = 0; i < Values.Count; i++)
        {
            if (!(Math.Abs(Values[i]) <= Most))
            {
                Require.That(false, "series", FormattableString.Invariant($"must hold numbers within ±{Most}; value {i + 1} was {Values[i]}"));
            }
        }

        return [.. Values];
    }

    /// <summary>Gives the distances from the mean; all 0 when the values are all the same.</summary>
    /// <remarks>The mean of equal values may differ from them in the last bit; their distance from it would pass for variation.</remarks>
    internal static double[] Centred(double[] values)
    {
        if (Array.TrueForAll(values, value => value == values[0]))
        {
            return new double[values.Length];
        }

        double mean = Sums.Mean(values);
        return [.. values.Select(value => value - mean)];
    }
}
