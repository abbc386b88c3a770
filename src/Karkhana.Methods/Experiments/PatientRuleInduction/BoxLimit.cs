namespace Karkhana.Methods.Experiments;

/// <summary>What the chosen box asks of one input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Low">The lower limit, included; the least value of all cases where there is none. NaN for categories.</param>
/// <param name="High">The upper limit, included; the greatest value of all cases where there is none. NaN for categories.</param>
/// <param name="Categories">The categories that are left; none for numbers.</param>
/// <param name="QuasiPLow">The quasi-p-value of the lower limit; NaN without one.</param>
/// <param name="QuasiPHigh">The quasi-p-value of the upper limit; NaN without one.</param>
/// <param name="QuasiP">The quasi-p-value of all that is asked of the input; NaN when nothing is.</param>
/// <param name="RestrictedShare">The share of bootstrap samples whose box restricts the input; NaN
/// without samples.</param>
public sealed record BoxLimit(
    string Input,
    double Low,
    double High,
    IReadOnlyList<string> Categories,
    double QuasiPLow,
    double QuasiPHigh,
    double QuasiP,
    double RestrictedShare)
{
    /// <summary>Gets a value indicating whether anything is asked of the input.</summary>
    public bool Restricted => !double.IsNaN(QuasiP);
}
