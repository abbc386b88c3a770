namespace Karkhana.Methods.Econometrics;

/// <summary>The rows that both stages use.</summary>
/// <param name="Rows">Their positions in the sample.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Weights">The weights, 1 when there are none.</param>
/// <param name="Dropped">How many rows of the sample were not complete.</param>
internal sealed record TwoStageRows(int[] Rows, double[] Outcome, double[] Weights, int Dropped)
{
    /// <summary>Gets the sets of fixed effects that were taken out; null when there is none.</summary>
    public FixedEffectSets? Sets { get; init; }

    /// <summary>Gets how many complete rows were left out, because they are alone in a group.</summary>
    public int Singletons { get; init; }

    public DesignMatrix Design(TermColumns columns) => DesignMatrix.Of(columns, Outcome, Weights, Rows, dropped: Dropped);
}
