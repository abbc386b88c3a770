namespace Karkhana.Methods.Econometrics;

/// <summary>Which column may work through which on which.</summary>
public sealed record MediationModel
{
    /// <summary>Gets the column that is explained last.</summary>
    /// <value>Required.</value>
    public required string Outcome { get; init; }

    /// <summary>Gets the column whose association with the outcome is taken apart.</summary>
    /// <value>Required; any numbers, 0 and 1 among them.</value>
    public required string Treatment { get; init; }

    /// <summary>Gets the columns between treatment and outcome, in their order in time.</summary>
    /// <value>Required.</value>
    public required IReadOnlyList<string> Mediators { get; init; }

    /// <summary>Gets the columns that are held equal in every equation.</summary>
    /// <value>None unless set.</value>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Gets the categorical covariates, each with the level that the others are compared with.</summary>
    /// <value>None unless set.</value>
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();
}
