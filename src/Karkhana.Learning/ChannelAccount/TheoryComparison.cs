namespace Karkhana.Learning;

/// <summary>How an estimated path stands to the cell of the theory's matrix.</summary>
public enum TheoryComparison
{
    /// <summary>The matrix has the sign that was found.</summary>
    Agrees,

    /// <summary>The matrix has the opposite sign.</summary>
    Opposite,

    /// <summary>The matrix has a sign, and these data do not show it.</summary>
    NotShown,

    /// <summary>The matrix has no cell, and a path was found.</summary>
    BeyondTheory,

    /// <summary>The matrix has no cell, and none was found.</summary>
    NeitherExpectedNorShown,
}
