using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How errors may be correlated over time.</summary>
public record SerialDecay
{
    /// <summary>Gets the weights of the autocovariances.</summary>
    /// <value><see cref="SerialKernelKind.Bartlett"/> unless set.</value>
    [Description("Weights of the autocovariances.")]
    public SerialKernelKind Kernel { get; init; }

    /// <summary>Gets the last lag of the Bartlett kernel.</summary>
    /// <value>0 or greater; null, the default, takes ⌊4(n/100)^(2/9)⌋ and says so.</value>
    [Description("Last lag of the Bartlett kernel; null takes the whole part of 4(n/100)^(2/9).")]
    public int? Lag { get; init => field = value is null ? null : Require.Between(value.Value, 0, int.MaxValue); }

    /// <summary>Gets the bandwidth of the quadratic spectral kernel.</summary>
    /// <value>Above 0; required by that kernel.</value>
    [Description("Bandwidth of the quadratic spectral kernel, which needs one.")]
    public double? Bandwidth { get; init => field = value is null ? null : Require.Positive(value.Value); }

    /// <summary>Gets a value indicating whether the covariance is multiplied by n/(n − k).</summary>
    /// <value>False unless set.</value>
    [Description("Factor n/(n - k).")]
    public bool SmallSample { get; init; }

    internal void Check() => Require.That(
        Kernel == SerialKernelKind.Bartlett || Bandwidth is not null, nameof(Bandwidth),
        "must be given with the quadratic-spectral kernel; it was null");

    internal int LagOf(int rows) => Math.Min(rows - 1, Lag ?? (int)Math.Floor(4 * Math.Pow(rows / 100.0, 2.0 / 9)));

    /// <summary>Gives the weight of a lag.</summary>
    internal double Weight(int lag, int rows)
    {
        if (lag == 0)
        {
            return 1;
        }

        if (Kernel == SerialKernelKind.Bartlett)
        {
            return Math.Max(0, 1 - (lag / (LagOf(rows) + 1.0)));
        }

        double z = 6 * Math.PI * lag / (5 * Bandwidth!.Value);
        return 3 / (z * z) * ((Math.Sin(z) / z) - Math.Cos(z));
    }

    internal (string Words, Note[] Notes) Describe(int rows)
    {
        string factor = SmallSample ? ", times n/(n - k)" : "";
        if (Kernel == SerialKernelKind.QuadraticSpectral)
        {
            return (FormattableString.Invariant($"quadratic spectral kernel, bandwidth {Bandwidth}{factor}"), []);
        }

        Note[] notes = Lag is not null
            ? []
            : [new Note(
                "automatic-lag",
                Severity.Information,
                FormattableString.Invariant($"The last lag is {LagOf(rows)}, the whole part of 4(n/100)^(2/9) for {rows} rows; no lag was given."))];
        return (FormattableString.Invariant($"Bartlett kernel, last lag {LagOf(rows)}{factor}"), notes);
    }
}
