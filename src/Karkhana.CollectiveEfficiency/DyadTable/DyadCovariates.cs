namespace Karkhana.CollectiveEfficiency;

/// <summary>What may go together with a tie between two firms.</summary>
public sealed record DyadCovariates
{
    /// <summary>Gets scores of firms, such as absorptive capacity; NaN is not known.</summary>
    /// <value>None unless set.</value>
    public IReadOnlyList<(string Name, double[] Scores)> Scores { get; init; } = [];

    /// <summary>Gets classes of firms, such as the stage of production; null is not known.</summary>
    /// <value>None unless set.</value>
    public IReadOnlyList<(string Name, string?[] Classes)> Classes { get; init; } = [];

    /// <summary>Gets other layers of ties, such as kin and business.</summary>
    /// <value>None unless set.</value>
    public IReadOnlyList<TieLayer> Layers { get; init; } = [];

    /// <summary>Gets the distance between two firms by position.</summary>
    /// <value>Null unless set.</value>
    public Func<int, int, double>? Distance { get; init; }
}
