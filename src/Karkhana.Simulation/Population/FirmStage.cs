namespace Karkhana.Simulation;

/// <summary>What a firm does in the chain of production.</summary>
public enum FirmStage
{
    /// <summary>Puts products together and sells them.</summary>
    Assembler,

    /// <summary>Makes parts.</summary>
    ComponentMaker,

    /// <summary>Does one process for others: casting, heat treatment, turning.</summary>
    ProcessSpecialist,

    /// <summary>Sells.</summary>
    Dealer,
}
