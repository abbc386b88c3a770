namespace Karkhana.Methods.Psychometrics;

/// <summary>Whose eigenvalues a parallel analysis compares.</summary>
public enum EigenvalueMethod
{
    /// <summary>Those of the correlation matrix: principal components.</summary>
    Components,

    /// <summary>Those of the matrix with squared multiple correlations on the diagonal: principal factors.</summary>
    Factors,
}
