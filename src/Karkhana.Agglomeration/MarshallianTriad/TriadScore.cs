namespace Karkhana.Agglomeration;

/// <summary>Marshall's three sources of external economies at one firm, each from 0 to 1.</summary>
/// <param name="Firm">The position of the firm in the register.</param>
/// <param name="LabourPooling">Exposure to workers of the own industry.</param>
/// <param name="SpecialisedInputs">Mean exposure to suppliers and process specialists; NaN when neither is
/// known.</param>
/// <param name="SpilloverPotential">Exposure to firms of the same product that can be seen and copied.</param>
public sealed record TriadScore(int Firm, double LabourPooling, double SpecialisedInputs, double SpilloverPotential);
