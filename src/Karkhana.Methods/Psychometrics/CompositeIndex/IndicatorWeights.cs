namespace Karkhana.Methods.Psychometrics;

/// <summary>How indicators are weighted.</summary>
public enum IndicatorWeights
{
    /// <summary>All alike.</summary>
    Equal,

    /// <summary>By their squared weight in the first principal component.</summary>
    PrincipalComponent,

    /// <summary>By how unevenly the units hold them: 1 less Shannon's entropy.</summary>
    Entropy,
}
