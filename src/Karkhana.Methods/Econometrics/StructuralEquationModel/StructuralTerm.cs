namespace Karkhana.Methods.Econometrics;

/// <summary>A parameter of a structural equation model and its name.</summary>
/// <param name="Name">factor=~indicator, outcome~predictor, a~~b or a~1.</param>
/// <param name="Arrow">Where it stands.</param>
/// <param name="IsLoading">Whether it is the loading of an indicator.</param>
internal sealed record StructuralTerm(string Name, Arrow Arrow, bool IsLoading = false)
{
    /// <summary>Gets a value indicating whether it is a regression coefficient.</summary>
    public bool IsRegression => Arrow.Kind == ArrowKind.Path && !IsLoading;
}
