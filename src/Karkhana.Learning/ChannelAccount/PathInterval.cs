namespace Karkhana.Learning;

/// <summary>An estimate with its interval.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public readonly record struct PathInterval(double Estimate, double Low, double High)
{
    /// <summary>Gets what stands for an estimate that could not be made.</summary>
    public static PathInterval None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Gets a value indicating whether the interval lies on one side of zero.</summary>
    public bool IsClear => Low > 0 || High < 0;
}
