namespace Karkhana.Methods.Econometrics;

/// <summary>The rate of events in one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Events">Its events.</param>
/// <param name="Exposure">Its exposure.</param>
/// <param name="Rate">Events over exposure.</param>
/// <param name="Low">The lower limit of the rate.</param>
/// <param name="High">The upper limit of the rate.</param>
/// <param name="Dispersion">Pearson's chi-square of one rate for all rows over its degrees of freedom: near 1 when
/// events are independent.</param>
public sealed record GroupRate(
    string Group, int Rows, double Events, double Exposure, double Rate, double Low, double High, double Dispersion)
{
    /// <summary>Gets the rows with exposure: those that the dispersion rests on.</summary>
    public int RowsAtRisk { get; init; }
}
