namespace Karkhana.Methods.Econometrics;

/// <summary>The rows that both stages use.</summary>
/// <param name="Rows">Their positions in the sample.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Weights">The weights, 1 when there are none.</param>
/// <param name="Dropped">How many rows of the sample were not complete.</param>
internal sealed record TwoStageRows(int[] Rows, double[] Outcome, double[] Weights, int Dropped)
{
    public DesignMatrix Design(TermColumns columns) => DesignMatrix.Of(columns, Outcome, Weights, Rows, dropped: Dropped);
}
