namespace Thalweg.Lab.Tests;

public sealed class LabServicesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Sockets_are_counted_in_and_out()
    {
        await using var services = new LabServices(new LabOptions { DataFolder = folder, Limits = new LabLimits { Sockets = 2 } });
        Assert.True(services.EnterSocket());
        Assert.True(services.EnterSocket());
        Assert.False(services.EnterSocket());
        Assert.False(services.EnterSocket());
        services.LeaveSocket();
        Assert.True(services.EnterSocket());
    }

    [Fact]
    public async Task The_folder_is_free_afterwards()
    {
        await new LabServices(new LabOptions { DataFolder = folder }).DisposeAsync();
        await new LabServices(new LabOptions { DataFolder = folder }).DisposeAsync();
    }
}
