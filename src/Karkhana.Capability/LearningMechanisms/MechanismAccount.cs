namespace Karkhana.Capability;

/// <summary>What the surveyed firms say of one learning mechanism.</summary>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Firms">The firms that answered an item of it; 0 when it was not asked.</param>
/// <param name="UseShare">The share of them that use it.</param>
/// <param name="UseLow">The lower 95 % limit of the share.</param>
/// <param name="UseHigh">The upper 95 % limit of the share.</param>
/// <param name="Intensity">The mean intensity on [0, 1].</param>
/// <param name="IntensityError">Its standard error.</param>
/// <param name="Part">The mean part in the mix of measured mechanisms.</param>
/// <param name="PartError">Its standard error.</param>
public sealed record MechanismAccount(
    LearningMechanism Mechanism,
    int Firms,
    double UseShare,
    double UseLow,
    double UseHigh,
    double Intensity,
    double IntensityError,
    double Part,
    double PartError);
