/**
 * Backings of devices, and the types nested inside devices.
 *
 * One entry a type, as the vim25 API reference (release 9.0) defines it: name in XML, name in vmodl;
 * indented below them `< base type`,
 * then the type's own fields in schema order as `name:type`, `[]` for lists, `ref.X` for a reference to a managed
 * object of class X. Read by `vim25-types.ts`.
 */
export const BACKING_TYPES = `
VirtualDeviceBackingInfo vim.vm.device.VirtualDevice.BackingInfo
VirtualDeviceFileBackingInfo vim.vm.device.VirtualDevice.FileBackingInfo
  < VirtualDeviceBackingInfo
  fileName:string datastore:ref.Datastore backingObjectId:string
VirtualDeviceDeviceBackingInfo vim.vm.device.VirtualDevice.DeviceBackingInfo
  < VirtualDeviceBackingInfo
  deviceName:string useAutoDetect:boolean
VirtualDeviceRemoteDeviceBackingInfo vim.vm.device.VirtualDevice.RemoteDeviceBackingInfo
  < VirtualDeviceBackingInfo
  deviceName:string useAutoDetect:boolean
VirtualDevicePipeBackingInfo vim.vm.device.VirtualDevice.PipeBackingInfo
  < VirtualDeviceBackingInfo
  pipeName:string
VirtualDeviceURIBackingInfo vim.vm.device.VirtualDevice.URIBackingInfo
  < VirtualDeviceBackingInfo
  serviceURI:string direction:string proxyURI:string
VirtualDiskSparseVer1BackingInfo vim.vm.device.VirtualDisk.SparseVer1BackingInfo
  < VirtualDeviceFileBackingInfo
  diskMode:string split:boolean writeThrough:boolean spaceUsedInKB:long contentId:string
  parent:VirtualDiskSparseVer1BackingInfo
VirtualDiskSparseVer2BackingInfo vim.vm.device.VirtualDisk.SparseVer2BackingInfo
  < VirtualDeviceFileBackingInfo
  diskMode:string split:boolean writeThrough:boolean spaceUsedInKB:long uuid:string contentId:string
  changeId:string parent:VirtualDiskSparseVer2BackingInfo keyId:CryptoKeyId
VirtualDiskFlatVer1BackingInfo vim.vm.device.VirtualDisk.FlatVer1BackingInfo
  < VirtualDeviceFileBackingInfo
  diskMode:string split:boolean writeThrough:boolean contentId:string parent:VirtualDiskFlatVer1BackingInfo
VirtualDiskFlatVer2BackingInfo vim.vm.device.VirtualDisk.FlatVer2BackingInfo
  < VirtualDeviceFileBackingInfo
  diskMode:string split:boolean writeThrough:boolean thinProvisioned:boolean eagerlyScrub:boolean uuid:string
  contentId:string changeId:string parent:VirtualDiskFlatVer2BackingInfo deltaDiskFormat:string
  digestEnabled:boolean deltaGrainSize:int deltaDiskFormatVariant:string sharing:string keyId:CryptoKeyId
VirtualDiskSeSparseBackingInfo vim.vm.device.VirtualDisk.SeSparseBackingInfo
  < VirtualDeviceFileBackingInfo
  diskMode:string writeThrough:boolean uuid:string contentId:string changeId:string
  parent:VirtualDiskSeSparseBackingInfo deltaDiskFormat:string digestEnabled:boolean grainSize:int
  keyId:CryptoKeyId
VirtualDiskRawDiskVer2BackingInfo vim.vm.device.VirtualDisk.RawDiskVer2BackingInfo
  < VirtualDeviceDeviceBackingInfo
  descriptorFileName:string uuid:string changeId:string sharing:string
VirtualDiskPartitionedRawDiskVer2BackingInfo vim.vm.device.VirtualDisk.PartitionedRawDiskVer2BackingInfo
  < VirtualDiskRawDiskVer2BackingInfo
  partition:int[]
VirtualDiskRawDiskMappingVer1BackingInfo vim.vm.device.VirtualDisk.RawDiskMappingVer1BackingInfo
  < VirtualDeviceFileBackingInfo
  lunUuid:string deviceName:string compatibilityMode:string diskMode:string uuid:string contentId:string
  changeId:string parent:VirtualDiskRawDiskMappingVer1BackingInfo deltaDiskFormat:string deltaGrainSize:int
  sharing:string
VirtualDiskLocalPMemBackingInfo vim.vm.device.VirtualDisk.LocalPMemBackingInfo
  < VirtualDeviceFileBackingInfo
  diskMode:string uuid:string volumeUUID:string contentId:string
VirtualEthernetCardNetworkBackingInfo vim.vm.device.VirtualEthernetCard.NetworkBackingInfo
  < VirtualDeviceDeviceBackingInfo
  network:ref.Network inPassthroughMode:boolean
VirtualEthernetCardLegacyNetworkBackingInfo vim.vm.device.VirtualEthernetCard.LegacyNetworkBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualEthernetCardDistributedVirtualPortBackingInfo vim.vm.device.VirtualEthernetCard.DistributedVirtualPortBackingInfo
  < VirtualDeviceBackingInfo
  port:DistributedVirtualSwitchPortConnection
VirtualEthernetCardOpaqueNetworkBackingInfo vim.vm.device.VirtualEthernetCard.OpaqueNetworkBackingInfo
  < VirtualDeviceBackingInfo
  opaqueNetworkId:string opaqueNetworkType:string
VirtualFloppyRemoteDeviceBackingInfo vim.vm.device.VirtualFloppy.RemoteDeviceBackingInfo
  < VirtualDeviceRemoteDeviceBackingInfo
VirtualFloppyDeviceBackingInfo vim.vm.device.VirtualFloppy.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualFloppyImageBackingInfo vim.vm.device.VirtualFloppy.ImageBackingInfo
  < VirtualDeviceFileBackingInfo
VirtualNVDIMMBackingInfo vim.vm.device.VirtualNVDIMM.BackingInfo
  < VirtualDeviceFileBackingInfo
  parent:VirtualNVDIMMBackingInfo changeId:string
VirtualPCIPassthroughDeviceBackingInfo vim.vm.device.VirtualPCIPassthrough.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
  id:string deviceId:string systemId:string vendorId:short
VirtualPCIPassthroughDynamicBackingInfo vim.vm.device.VirtualPCIPassthrough.DynamicBackingInfo
  < VirtualDeviceDeviceBackingInfo
  allowedDevice:VirtualPCIPassthroughAllowedDevice[] customLabel:string assignedId:string
VirtualPCIPassthroughPluginBackingInfo vim.vm.device.VirtualPCIPassthrough.PluginBackingInfo
  < VirtualDeviceBackingInfo
VirtualPCIPassthroughVmiopBackingInfo vim.vm.device.VirtualPCIPassthrough.VmiopBackingInfo
  < VirtualPCIPassthroughPluginBackingInfo
  vgpu:string vgpuMigrateDataSizeMB:int migrateSupported:boolean enhancedMigrateCapability:boolean
VirtualPCIPassthroughDvxBackingInfo vim.vm.device.VirtualPCIPassthrough.DvxBackingInfo
  < VirtualDeviceBackingInfo
  deviceClass:string configParams:OptionValue[]
VirtualParallelPortFileBackingInfo vim.vm.device.VirtualParallelPort.FileBackingInfo
  < VirtualDeviceFileBackingInfo
VirtualParallelPortDeviceBackingInfo vim.vm.device.VirtualParallelPort.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualPointingDeviceDeviceBackingInfo vim.vm.device.VirtualPointingDevice.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
  hostPointingDevice:string
VirtualPrecisionClockSystemClockBackingInfo vim.vm.device.VirtualPrecisionClock.SystemClockBackingInfo
  < VirtualDeviceBackingInfo
  protocol:string
VirtualSCSIPassthroughDeviceBackingInfo vim.vm.device.VirtualSCSIPassthrough.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualSerialPortFileBackingInfo vim.vm.device.VirtualSerialPort.FileBackingInfo
  < VirtualDeviceFileBackingInfo
VirtualSerialPortDeviceBackingInfo vim.vm.device.VirtualSerialPort.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualSerialPortPipeBackingInfo vim.vm.device.VirtualSerialPort.PipeBackingInfo
  < VirtualDevicePipeBackingInfo
  endpoint:string noRxLoss:boolean
VirtualSerialPortURIBackingInfo vim.vm.device.VirtualSerialPort.URIBackingInfo
  < VirtualDeviceURIBackingInfo
VirtualSerialPortThinPrintBackingInfo vim.vm.device.VirtualSerialPort.ThinPrintBackingInfo
  < VirtualDeviceBackingInfo
VirtualSoundCardDeviceBackingInfo vim.vm.device.VirtualSoundCard.DeviceBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualSriovEthernetCardSriovBackingInfo vim.vm.device.VirtualSriovEthernetCard.SriovBackingInfo
  < VirtualDeviceBackingInfo
  physicalFunctionBacking:VirtualPCIPassthroughDeviceBackingInfo
  virtualFunctionBacking:VirtualPCIPassthroughDeviceBackingInfo virtualFunctionIndex:int
VirtualUSBUSBBackingInfo vim.vm.device.VirtualUSB.USBBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualUSBRemoteHostBackingInfo vim.vm.device.VirtualUSB.RemoteHostBackingInfo
  < VirtualDeviceDeviceBackingInfo
  hostname:string
VirtualUSBRemoteClientBackingInfo vim.vm.device.VirtualUSB.RemoteClientBackingInfo
  < VirtualDeviceRemoteDeviceBackingInfo
  hostname:string
VirtualCdromIsoBackingInfo vim.vm.device.VirtualCdrom.IsoBackingInfo
  < VirtualDeviceFileBackingInfo
VirtualCdromPassthroughBackingInfo vim.vm.device.VirtualCdrom.PassthroughBackingInfo
  < VirtualDeviceDeviceBackingInfo
  exclusive:boolean
VirtualCdromRemotePassthroughBackingInfo vim.vm.device.VirtualCdrom.RemotePassthroughBackingInfo
  < VirtualDeviceRemoteDeviceBackingInfo
  exclusive:boolean
VirtualCdromAtapiBackingInfo vim.vm.device.VirtualCdrom.AtapiBackingInfo
  < VirtualDeviceDeviceBackingInfo
VirtualCdromRemoteAtapiBackingInfo vim.vm.device.VirtualCdrom.RemoteAtapiBackingInfo
  < VirtualDeviceRemoteDeviceBackingInfo
VirtualDeviceConnectInfo vim.vm.device.VirtualDevice.ConnectInfo
  migrateConnect:string startConnected:boolean allowGuestControl:boolean connected:boolean status:string
VirtualDeviceBusSlotInfo vim.vm.device.VirtualDevice.BusSlotInfo
VirtualDevicePciBusSlotInfo vim.vm.device.VirtualDevice.PciBusSlotInfo
  < VirtualDeviceBusSlotInfo
  pciSlotNumber:int
VirtualUSBControllerPciBusSlotInfo vim.vm.device.VirtualUSBController.PciBusSlotInfo
  < VirtualDevicePciBusSlotInfo
  ehciPciSlotNumber:int
VirtualDeviceDeviceGroupInfo vim.vm.device.VirtualDevice.DeviceGroupInfo
  groupInstanceKey:int sequenceId:int
VirtualDiskVFlashCacheConfigInfo vim.vm.device.VirtualDisk.VFlashCacheConfigInfo
  vFlashModule:string reservationInMB:long cacheConsistencyType:string cacheMode:string blockSizeInKB:long
VirtualEthernetCardResourceAllocation vim.vm.device.VirtualEthernetCard.ResourceAllocation
  reservation:long share:SharesInfo limit:long
VirtualMachineVMCIDeviceFilterInfo vim.vm.device.VirtualVMCIDevice.FilterInfo
  filters:VirtualMachineVMCIDeviceFilterSpec[]
VirtualVmxnet3StrictLatencyConfig vim.vm.device.VirtualVmxnet3.StrictLatencyConfig
  allowed:boolean measureLatency:boolean maxTxQueues:int maxRxQueues:int txDataRingDescSize:int
  rxDataRingDescSize:int disableOffload:string
VirtualPCIPassthroughAllowedDevice vim.vm.device.VirtualPCIPassthrough.AllowedDevice
  vendorId:int deviceId:int subVendorId:int subDeviceId:int revisionId:short
VirtualMachineVMCIDeviceFilterSpec vim.vm.device.VirtualVMCIDevice.FilterSpec
  rank:long action:string protocol:string direction:string lowerDstPortBoundary:long upperDstPortBoundary:long
`;
