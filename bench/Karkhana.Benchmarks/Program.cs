using BenchmarkDotNet.Running;
using Karkhana.Benchmarks.Learning;
using Karkhana.Benchmarks.Psychometrics;
using Karkhana.Benchmarks.Registers;
using Karkhana.Benchmarks.Simulation;

// Run with: dotnet run -c Release --project bench/Karkhana.Benchmarks -- --filter '*MFunction*'
// Whole registers, once each: -- registers [m] [both|concentration] [firms:industries:draws …]
// Known parameters of item response models, fitted to answers drawn from them: -- recovery [replicates]
// Honesty on synthetic data with known truth, coverage and size: -- honesty [seeds [share of the samples of coverage]]
// Calibration of synthetic twins, how often intervals hold what was planted: -- calibration [twins [firms [particles [runs [seed]]]]]
// The cluster learning model, a table and a figure into a folder: -- simulation FOLDER; by phase: -- simulation phases
if (args is ["registers", .. string[] rest])
{
    RegisterRun.Run(rest);
}
else if (args is ["recovery", .. string[] replicates])
{
    RecoveryRun.Run(replicates);
}
else if (args is ["honesty", .. string[] sizes])
{
    HonestyRun.Run(sizes);
}
else if (args is ["simulation", .. string[] parts])
{
    SimulationRun.Run(parts);
}
else if (args is ["calibration", .. string[] twins])
{
    CalibrationRun.Run(twins);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
