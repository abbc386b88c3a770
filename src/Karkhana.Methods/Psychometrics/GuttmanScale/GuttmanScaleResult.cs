namespace Karkhana.Methods.Psychometrics;

/// <summary>How far passes follow the order of the rows.</summary>
/// <param name="Errors">Answers that must change for every respondent's passes to follow it.</param>
/// <param name="Responses">Applicable answers.</param>
/// <param name="Reproducibility">1 − errors/responses; NaN without answers.</param>
/// <param name="MinimalMarginalReproducibility">The reproducibility that the share passing each anchor gives by itself:
/// the share of answers that are those of the majority.</param>
/// <param name="Scalability">(Reproducibility − minimal)/(1 − minimal): what the order adds; NaN when all answer every
/// anchor alike.</param>
public sealed record GuttmanScaleResult(
    long Errors, long Responses, double Reproducibility, double MinimalMarginalReproducibility, double Scalability);
