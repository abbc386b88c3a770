namespace Karkhana.Methods.Econometrics;

/// <summary>A parameter of a structural equation model and its name.</summary>
/// <param name="Name">factor=~indicator, outcome~predictor, a~~b or a~1.</param>
/// <param name="Arrow">Where it stands.</param>
internal sealed record StructuralTerm(string Name, Arrow Arrow);
